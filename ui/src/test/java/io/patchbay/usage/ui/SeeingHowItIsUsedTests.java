package io.patchbay.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.Translations;
import io.patchbay.usage.Calls;
import io.patchbay.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeeingHowItIsUsedTests extends AccessPageTest {

    @Test
    void saysSoWhereNobodyUsedIt() {
        open(Addresses.connector(world.shopConnector("Shop").id().value()));

        assertThat(words()).contains("Use in the last 24 hours", "Not used in the last 24 hours");
        assertThat(pictures()).isEmpty();
    }

    @Test
    void tellsHowOftenHowWellAndHowFastAConnectorWasUsed() {
        var shop = world.shopConnector("Shop").access();
        IntStream.range(0, 1990).forEach(number -> use(shop, new Use.Answered(200), 20));
        IntStream.range(0, 7).forEach(number -> use(shop, new Use.Answered(404), 20));
        use(shop, new Use.Answered(502), 20_000);
        use(shop, new Use.Failed(CheckReason.REFUSED), 1);
        use(shop, new Use.Failed(CheckReason.DNS), 1);

        open(Addresses.connector(shop.id().value()));

        assertThat(words())
                .contains("2,000", "10 (0.5%)", "2 without an answer", "7 answered with 4xx", "1 answered with 5xx")
                .contains("20.1 ms");
    }

    @Test
    void tellsHourByHourInAPictureAndInWords() {
        var shop = world.shopConnector("Shop").access();
        var now = world.clock.instant();
        world.clock.set(now.minus(Duration.ofHours(3)));
        use(shop, new Use.Answered(200), 20);
        use(shop, new Use.Answered(401), 20);
        world.clock.set(now);
        use(shop, new Use.Answered(200), 20);

        open(Addresses.connector(shop.id().value()));

        assertThat(pictures())
                .containsExactly("Hour by hour: 3 calls, one failed."
                        + " The busiest hour began at 9:00\u202fAM UTC with 2 calls; 22 hours had none.");
        assertThat(page())
                .contains("<svg", "From 9:00\u202fAM UTC: 2 calls, one failed", "From 10:00\u202fAM UTC: 0 calls");
    }

    @Test
    void tellsItOfAnInstanceToo() {
        TestWorld.done(world.installation.install("corner-shop"));
        var instance = TestWorld.done(world.instanceSetup.create(TestWorld.shopWish("Shop", Environment.LIVE, null)))
                .access();
        use(instance, new Use.Answered(200), 20);

        open(Addresses.instance(instance.id().value()));

        assertThat(words()).contains("Calls", "20.1 ms");
    }

    @Test
    void aLowBarShowsWhatWentWellBesideWhatFailed() {
        var quiet = new Usage.Span(Instant.EPOCH, Instant.EPOCH, new Calls(5, 1, 0, 0), null, null);
        var busy = new Usage.Span(Instant.EPOCH, Instant.EPOCH, new Calls(100_000, 0, 0, 0), null, null);

        assertThat(UsageDrawing.of(List.of(quiet, busy), hour -> "An hour"))
                .contains("pb-usage-good\" x=\"0\"", "pb-usage-failed\" x=\"0\"")
                .doesNotContain("pb-usage-failed\" x=\"10\"");
    }

    @Test
    void tellsTheTwoHoursApartThatComeTwiceInANight() {
        var words = new UsageWords(
                (key, arguments) -> new Translations().getTranslation(key, Locale.GERMAN, arguments),
                Locale.GERMAN,
                ZoneId.of("Europe/Berlin"));
        var hours = IntStream.range(0, 24)
                .mapToObj(hour -> hour(Instant.parse("2026-10-24T12:00:00Z").plus(Duration.ofHours(hour))))
                .map(words::hour)
                .toList();

        assertThat(hours).doesNotHaveDuplicates().contains(ofHour("02:00 MESZ"), ofHour("02:00 MEZ"));
    }

    @Test
    void writesHoursAsIsUsualInTheReadersRegion() {
        var words = new UsageWords(
                (key, arguments) -> new Translations().getTranslation(key, Locale.UK, arguments),
                Locale.UK,
                ZoneId.of("Europe/London"));

        assertThat(words.moment(Instant.parse("2026-11-22T13:00:00Z"))).isEqualTo("13:00 GMT");
    }

    @Test
    void namesNoHourThatDoesNotCome() {
        var words = new UsageWords(
                (key, arguments) -> new Translations().getTranslation(key, Locale.GERMAN, arguments),
                Locale.GERMAN,
                ZoneId.of("Europe/Berlin"));

        assertThat(List.of(
                        words.moment(Instant.parse("2026-03-29T00:00:00Z")),
                        words.moment(Instant.parse("2026-03-29T01:00:00Z"))))
                .containsExactly("01:00 MEZ", "03:00 MESZ");
    }

    private static String ofHour(String moment) {
        return "Ab " + moment + ": 5 Aufrufe, keiner schlug fehl";
    }

    private static Usage.Span hour(Instant from) {
        return new Usage.Span(from, from.plusSeconds(3600), new Calls(5, 0, 0, 0), null, null);
    }

    private List<String> pictures() {
        return find(Div.class).all().stream()
                .filter(it -> it.hasClassName("pb-usage-bars"))
                .map(it -> it.getElement().getAttribute("aria-label"))
                .toList();
    }

    private void use(SystemAccess access, Use.Ending ending, int millis) {
        world.uses.used(access, new Use(world.clock.instant(), Duration.ofMillis(millis), ending));
        world.useWriting.writeCounts();
    }
}
