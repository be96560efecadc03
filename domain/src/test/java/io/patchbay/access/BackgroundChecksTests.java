package io.patchbay.access;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.BackgroundChecks.Next;
import io.patchbay.access.BackgroundChecks.Streak;
import io.patchbay.connector.Connector;
import io.patchbay.limit.VendorWord;
import io.patchbay.setup.General;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.setup.Wish;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackgroundChecksTests {

    private final TestWorld world = new TestWorld();
    private final Hosts hosts = new Hosts(1);
    private final BackgroundChecks checks = new BackgroundChecks(
            (company, id) -> world.connectors.find(company, id).map(Connector::access),
            world.systems,
            world.accessChecking,
            hosts);
    private final Connector connector =
            done(world.connectorSetup.create(TestWorld.shopWish("Shop", Environment.LIVE, world.retail.id())));

    @Test
    void keepWhatTheyFindAndCountHowOftenInARow() {
        world.checks.answer(AccessStatus.SYSTEM_UNREACHABLE, null);

        var first = check(null);
        var second = check(first.streak());

        assertThat(first.in()).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
        assertThat(second.streak()).isEqualTo(new Streak(AccessStatus.SYSTEM_UNREACHABLE, 2));
        assertThat(second.in()).isBetween(Duration.ofSeconds(108), Duration.ofSeconds(132));
        assertThat(now().status()).isEqualTo(AccessStatus.SYSTEM_UNREACHABLE);
    }

    @Test
    void beginToCountAnewWhereTheStatusIsAnother() {
        assertThat(check(new Streak(AccessStatus.SYSTEM_UNREACHABLE, 7)).streak())
                .isEqualTo(new Streak(AccessStatus.OPERATIONAL, 1));
    }

    @Test
    void obeyASystemThatAsksForPatienceForADayAtMost() {
        world.checks.answer(AccessStatus.OPERATIONAL, Duration.ofHours(3));
        assertThat(check(null).in()).isEqualTo(Duration.ofHours(3));

        world.checks.answer(AccessStatus.OPERATIONAL, Duration.ofDays(30));
        assertThat(check(null).in()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void arePutOffWhereTheSystemIsNotToBeAskedNow() {
        var before = new Streak(AccessStatus.OPERATIONAL, 3);
        world.limits
                .of(world.acme.id(), TestSystems.SHOP, connector.access().credentials())
                .told(new VendorWord(Duration.ofMinutes(5), List.of()), Duration.ZERO);

        var next = check(before);

        assertThat(next.streak()).isEqualTo(before);
        assertThat(next.in()).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(332));
        assertThat(now().status()).isEqualTo(AccessStatus.NOT_CHECKED);
    }

    @Test
    void comeAgainWhereTheHostIsBusyAndForgetNothing() {
        world.checks.answer(AccessStatus.SYSTEM_UNREACHABLE, null);
        hosts.enter(Hosts.of(world.systems.find(connector.access().system()).orElseThrow(), connector.access()));

        assertThat(check(new Streak(AccessStatus.OPERATIONAL, 3)))
                .isEqualTo(new Next(Duration.ofSeconds(10), new Streak(AccessStatus.OPERATIONAL, 3)));
        assertThat(now().status()).isEqualTo(AccessStatus.NOT_CHECKED);
    }

    @Test
    void areLeftToPeopleWhereTheDefinitionSwitchesThemOff() {
        var books = done(world.connectorSetup.create(new Wish(
                "ledger",
                new General.Typed("Books", world.retail.id(), Environment.LIVE),
                new TimeAndDate.Typed("Europe/Berlin", null, null),
                "token",
                List.of(given("token", "sesame")))));

        assertThat(checks.check(world.acme.id(), books.access().id(), null))
                .contains(new Next(Duration.ofHours(24), null));
        assertThat(world.connectors.find(world.acme.id(), books.access().id()))
                .hasValueSatisfying(it -> assertThat(it.access().status()).isEqualTo(AccessStatus.NOT_CHECKED));
    }

    @Test
    void endWithWhatTheyAreOf() {
        done(world.connectorAdministration.remove(connector.access().id(), connector.version()));

        assertThat(checks.check(world.acme.id(), connector.access().id(), null)).isEmpty();
    }

    @Test
    void beginAnewWhereTheCredentialsWereReplacedMeanwhile() {
        world.checks.meanwhile(() -> done(world.connectorAdministration.replaceCredentials(
                connector.access().id(),
                connector.version(),
                "api-key",
                List.of(given("shop", "my-shop"), given("api_key", "sesame")))));

        assertThat(check(new Streak(AccessStatus.OPERATIONAL, 3))).isEqualTo(new Next(Duration.ZERO, null));
        assertThat(now().status()).isEqualTo(AccessStatus.NOT_CHECKED);
    }

    @Test
    void endWithWhatIsRemovedMeanwhile() {
        world.checks.meanwhile(() ->
                done(world.connectorAdministration.remove(connector.access().id(), connector.version())));

        assertThat(checks.check(world.acme.id(), connector.access().id(), null)).isEmpty();
    }

    private Next check(@Nullable Streak before) {
        return checks.check(world.acme.id(), connector.access().id(), before).orElseThrow();
    }

    private SystemAccess now() {
        return Optional.of(connector.access().id())
                .flatMap(id -> world.connectors.find(world.acme.id(), id))
                .orElseThrow()
                .access();
    }
}
