package io.patchbay.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinSession;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connector.Connector;
import io.patchbay.history.CheckPeriod;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.PageTest;
import io.patchbay.ui.Translations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewingTheHistoryTests extends PageTest {

    @Test
    void tellsInAPictureAndInWordsHowMuchOfTheTimeTheSystemLetUsIn() {
        var shop = world.shopConnector("Shop");
        add(shop, 1, AccessStatus.OPERATIONAL, null, hours(24 * 40), hours(10));
        add(shop, 2, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.REFUSED, hours(10), hours(7));
        add(shop, 3, AccessStatus.OPERATIONAL, null, hours(7), hours(-1));

        open(shop);

        assertThat(pictures())
                .satisfiesExactly(
                        day -> assertThat(day)
                                .startsWith("Operational 87.5% of the last 24 hours; one outage, 3 h on "),
                        week -> assertThat(week)
                                .startsWith("Operational 98.21% of the last 7 days; one outage, 3 h on "),
                        month -> assertThat(month)
                                .startsWith("Operational 99.58% of the last 30 days; one outage, 3 h on "));
        assertThat(page()).contains("<svg", "pb-uptime-down", "Last 30 days", "99.58%");
    }

    @Test
    void saysHonestlyWhatNobodyKnows() {
        var shop = world.shopConnector("Shop");
        add(shop, 1, AccessStatus.NOT_CHECKED, null, hours(100), hours(12));
        add(shop, 2, AccessStatus.OPERATIONAL, null, hours(12), hours(-1));

        open(shop);

        assertThat(pictures().getFirst())
                .isEqualTo("Operational 100% of what is known of the last 24 hours; no outage; unknown for 12 h.");
    }

    @Test
    void saysSoWhereNothingIsKnownAtAll() {
        open(world.shopConnector("Shop"));

        assertThat(pictures()).contains("Nothing is known of the last 30 days.");
    }

    @Test
    void neverRoundsAnOutageAway() {
        var shop = world.shopConnector("Shop");
        add(shop, 1, AccessStatus.OPERATIONAL, null, hours(24 * 40), Duration.ofSeconds(1));
        add(shop, 2, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, Duration.ofSeconds(1), hours(-1));

        open(shop);

        assertThat(pictures().getLast())
                .startsWith("Operational 99.99% of the last 30 days; one outage, less than a minute on ");
    }

    @Test
    void listsEveryChangeWithItsReasonAndHowLongItLasted() {
        var shop = world.shopConnector("Shop");
        add(shop, 1, AccessStatus.NOT_CHECKED, null, hours(100), hours(99));
        add(shop, 2, AccessStatus.OPERATIONAL, null, hours(99), hours(10));
        add(shop, 3, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.REFUSED, hours(10), hours(7));
        add(shop, 4, AccessStatus.NOT_CHECKED, null, hours(7), hours(6));
        add(shop, 5, AccessStatus.OPERATIONAL, null, hours(6), hours(-1));

        open(shop);

        assertThat(changes())
                .satisfiesExactly(
                        now -> assertThat(now).contains("Operational").doesNotContain("for "),
                        replaced -> assertThat(replaced).contains("Not checked", "Credentials replaced", "for 1 h<"),
                        down -> assertThat(down).contains("System unreachable", "Connection refused", "for 3 h<"),
                        up -> assertThat(up).contains("Operational", "for 3 d 17 h"),
                        born -> assertThat(born).contains("Created, and not tried yet"));
    }

    @Test
    void goesAsFarBackAsItsReaderWants() {
        var shop = world.shopConnector("Shop");
        IntStream.rangeClosed(1, 12)
                .forEach(number -> add(
                        shop,
                        number,
                        number % 2 == 0 ? AccessStatus.OPERATIONAL : AccessStatus.FAILED_AUTHENTICATION,
                        null,
                        hours(100 - number),
                        hours(99 - number)));
        open(shop);
        assertThat(changes()).hasSize(10);

        press("Show more");

        assertThat(changes()).hasSize(12);
    }

    @Test
    void updatesByItself() {
        var shop = world.shopConnector("Shop");
        open(shop);
        assertThat(changes()).isEmpty();

        add(shop, 1, AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED, hours(1), hours(-1));
        world.connectors.record(
                shop.access(),
                new Check(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED, null, null, now()));

        await().pollInSameThread().until(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            return !changes().isEmpty();
        });
        assertThat(changes()).singleElement().asString().contains("Credentials refused");
        assertThat(pictures().getFirst()).contains("Operational 0%");
    }

    @Test
    void speaksGerman() {
        var words = new UptimeWords(
                (key, arguments) -> new Translations().getTranslation(key, Locale.GERMAN, arguments), Locale.GERMAN);

        assertThat(words.duration(Duration.ofMinutes(190))).isEqualTo("3 h 10 min");
        assertThat(words.duration(Duration.ofHours(52))).isEqualTo("2 d 4 h");
    }

    private void open(Connector shop) {
        open(Addresses.connector(shop.id().value()));
    }

    private List<String> pictures() {
        return find(Div.class).all().stream()
                .map(div -> div.getElement())
                .filter(element -> "img".equals(element.getAttribute("role")))
                .map(element -> element.getAttribute("aria-label"))
                .toList();
    }

    private List<String> changes() {
        return find(UnorderedList.class).all().stream()
                .filter(list -> list.hasClassName("pb-changes"))
                .flatMap(list -> list.getChildren())
                .map(ListItem.class::cast)
                .map(item -> item.getElement().getOuterHTML())
                .toList();
    }

    private void add(
            Connector shop, int number, AccessStatus status, @Nullable CheckReason reason, Duration from, Duration to) {
        world.history.add(
                shop.access().companyId(),
                new CheckPeriod(
                        shop.id(),
                        number,
                        true,
                        status,
                        reason,
                        now().minus(from),
                        now().minus(from),
                        now().minus(to),
                        !to.isNegative(),
                        1,
                        null,
                        null));
    }

    private Instant now() {
        return world.clock.instant();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
