package io.patchbay.usage;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.connector.Connector;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TellingOfUsesTests {

    private static final Use.Ending WELL = new Use.Answered(200);
    private static final Use.Ending REFUSED = new Use.Answered(401);

    private final TestWorld world = new TestWorld();
    private final InMemoryUseFindings findings = new InMemoryUseFindings();
    private final UseLedger ledger = new UseLedger();
    private final UseWriting writing =
            new UseWriting(ledger, findings, new InMemoryUsageHours(), world.systems, world.clock);
    private final Connector connector =
            done(world.connectorSetup.create(TestWorld.shopWish("Shop", Environment.LIVE, world.retail.id())));
    private final SystemAccess shop = connector.access();
    private final Instant begin = world.clock.instant();

    @Test
    void repeatsThatAllIsWellOnceAMinuteHoweverOftenItIsUsed() {
        for (var second = 0; second < 150; second++) {
            use(second, WELL);
            writing.tellNews();
        }

        assertThat(findings.confirmed()).extracting(it -> it.newest().at()).containsExactly(at(0), at(60), at(120));
        assertThat(findings.told()).isEmpty();
    }

    @Test
    void putsTheNextCheckOffByTheDefinitionsCadence() {
        use(0, WELL);
        writing.tellNews();

        assertThat(findings.confirmed().getFirst().nextCheck())
                .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
    }

    @Test
    void tellsAFailureWithTheDefinitionsAdvice() {
        use(0, REFUSED);
        writing.tellNews();

        var told = findings.told().getFirst();
        assertThat(told.evidence()).isInstanceOf(Evidence.Failure.class);
        assertThat(told.hint()).isEqualTo("The key ends when the person who made it leaves.");
    }

    @Test
    void tellsAtOnceThatAllIsWellAgain() {
        use(0, WELL);
        writing.tellNews();
        use(1, REFUSED);
        writing.tellNews();
        use(2, WELL);
        writing.tellNews();

        assertThat(findings.told()).extracting(it -> it.newest().at()).containsExactly(at(1));
        assertThat(findings.confirmed()).extracting(it -> it.newest().at()).containsExactly(at(0), at(2));
    }

    @Test
    void theNewestEndingCountsWhateverArrivesLast() {
        use(2, WELL);
        use(1, new Use.Failed(CheckReason.REFUSED));
        writing.tellNews();

        var told = findings.told().getFirst();
        assertThat(told.newest().at()).isEqualTo(at(2));
        assertThat(told.doubted()).isTrue();
    }

    @Test
    void failuresAmongSuccessesAreToldEveryTenSecondsAtMost() {
        for (var second = 0; second < 60; second++) {
            use(second, second % 2 == 0 ? REFUSED : WELL);
            writing.tellNews();
        }

        assertThat(findings.told()).hasSizeLessThanOrEqualTo(6);
        assertThat(findings.confirmed()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void whatIsNotOperationalIsToldOneByOne() {
        findings.nothingIsOperational();
        use(0, WELL);
        writing.tellNews();

        assertThat(findings.told()).extracting(Finding::access).containsExactly(shop);
    }

    @Test
    void answersThatProveNothingAreNoNewsWhereAllIsWell() {
        use(0, new Use.Answered(404));
        use(1, new Use.Answered(429));
        writing.tellNews();

        assertThat(findings.told()).isEmpty();
        assertThat(findings.confirmed()).isEmpty();
    }

    @Test
    void usesOfOtherCredentialsAreAnotherStory() {
        var replaced = shop.withReplaced(
                new Credentials(
                        CredentialsId.next(),
                        shop.credentials().method(),
                        shop.credentials().values()),
                begin);
        use(0, WELL);
        writing.tellNews();

        ledger.used(replaced, new Use(at(1), Duration.ofMillis(5), WELL));
        writing.tellNews();

        assertThat(findings.confirmed()).extracting(Finding::access).containsExactly(shop, replaced);
    }

    @Test
    void troubleWithOneKeepsNoOtherFromBeingTold() {
        var other = done(world.connectorSetup.create(TestWorld.shopWish("Test", Environment.TEST, world.retail.id())));
        findings.breakDown();
        use(0, REFUSED);
        ledger.used(other.access(), new Use(at(0), Duration.ofMillis(5), REFUSED));

        assertThatIllegalStateException().isThrownBy(writing::tellNews);

        assertThat(findings.told()).hasSize(2);
    }

    private void use(int second, Use.Ending ending) {
        ledger.used(shop, new Use(at(second), Duration.ofMillis(5), ending));
    }

    private Instant at(int second) {
        return begin.plusSeconds(second);
    }
}
