package io.patchbay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountingUsesTests {

    private final TestWorld world = new TestWorld();
    private final InMemoryUsageHours hours = world.usageHours;
    private final UseLedger ledger = world.uses;
    private final UseWriting writing = world.useWriting;
    private final UsageReading reading = world.usageReading;
    private final SystemAccess shop = access("Shop");

    @Test
    void tellsWhatWentWellFromWhatDidNotAndWhy() {
        use(shop, new Use.Answered(200), 10);
        use(shop, new Use.Answered(404), 20);
        use(shop, new Use.Answered(503), 30);
        use(shop, new Use.Failed(CheckReason.TIMEOUT), 30_000);
        writing.writeCounts();

        var day = reading.lastDay(shop.companyId(), shop.id()).whole();

        assertThat(day.calls()).isEqualTo(new Calls(4, 1, 1, 1));
        assertThat(day.p50()).isBetween(Duration.ofMillis(19), Duration.ofMillis(21));
        assertThat(day.p99()).as("of those that were answered").isLessThan(Duration.ofMillis(31));
    }

    @Test
    void keepsEachHourAndEachAccessApart() {
        var other = access("Other");
        use(shop, new Use.Answered(200), 10);
        use(other, new Use.Answered(200), 10);
        world.clock.goOn(Duration.ofHours(1));
        use(shop, new Use.Answered(200), 10);
        writing.writeCounts();

        assertThat(hours.kept()).hasSize(3);
        assertThat(reading.lastDay(other.companyId(), other.id())
                        .whole()
                        .calls()
                        .all())
                .isOne();
    }

    @Test
    void forgetsNothingWhileTheDatabaseIsAway() {
        hours.breakDown();
        use(shop, new Use.Answered(200), 10);
        assertThatIllegalStateException().isThrownBy(writing::writeCounts);
        world.clock.goOn(Duration.ofMinutes(10));
        assertThatIllegalStateException().isThrownBy(writing::writeCounts);
        use(shop, new Use.Answered(401), 30);
        hours.mend();

        writing.writeCounts();

        assertThat(reading.lastDay(shop.companyId(), shop.id()).whole().calls()).isEqualTo(new Calls(2, 0, 1, 0));
    }

    @Test
    void writesEachUseOnce() {
        use(shop, new Use.Answered(200), 10);
        writing.writeCounts();
        writing.writeCounts();

        assertThat(hours.kept()).hasSize(1);
    }

    @Test
    void holdsABoundedNumberOfAccessesAndSaysWhatItLeftOut() {
        var small = new UseLedger(1);
        var writer = writing(small);
        small.used(shop, use(new Use.Answered(200), 10));
        small.used(access("One too many"), use(new Use.Answered(200), 10));

        assertThat(writer.writeCounts()).isOne();
        assertThat(hours.kept()).extracting(UsageHour::access).containsExactly(shop.id());

        world.clock.goOn(Duration.ofMinutes(3));
        assertThat(writer.writeCounts()).isZero();
        var later = access("When there is room again");
        small.used(later, use(new Use.Answered(200), 10));
        writer.writeCounts();
        assertThat(hours.kept()).extracting(UsageHour::access).containsExactly(shop.id(), later.id());
    }

    @Test
    void whatWaitsForTheDatabaseIsBoundedTooAndTheNewestIsKept() {
        var small = new UseLedger(2);
        var writer = writing(small);
        var other = access("Other");
        hours.breakDown();
        for (var hour = 0; hour < 48; hour++) {
            small.used(shop, use(new Use.Answered(200), 10));
            small.used(other, use(new Use.Answered(200), 10));
            assertThatIllegalStateException().isThrownBy(writer::writeCounts);
            world.clock.goOn(Duration.ofHours(1));
        }
        hours.mend();

        assertThat(writer.writeCounts()).as("uses that are lost").isEqualTo(2 * 48 - 4);
        assertThat(hours.kept())
                .hasSize(4)
                .extracting(UsageHour::hour)
                .allSatisfy(
                        hour -> assertThat(hour).isAfter(world.clock.instant().minus(Duration.ofHours(4))));
    }

    /** Whatever is no longer in use makes room at once, so that more comes while the rest cannot be written down. */
    @Test
    void manyThatAreUsedOnceWhileTheDatabaseIsAwayDoNotPileUp() {
        var small = new UseLedger(2);
        for (var number = 0; number < 20; number++) {
            world.clock.goOn(Duration.ofMinutes(3));
            var taken = small.takeHours(world.clock.instant());
            small.used(access("Shop " + number), use(new Use.Answered(200), 10));
            small.giveBack(taken);
        }

        assertThat(small.takeHours(world.clock.instant())).hasSize(2);
        assertThat(small.takeUnnoted()).isEqualTo(20 - 2);
    }

    @Test
    void losesNoUseHoweverManyThereAreAtOnce() throws Exception {
        var each = 20_000;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(9)) {
            IntStream.range(0, 8)
                    .forEach(thread -> threads.submit(() -> {
                        start.await();
                        for (var number = 0; number < each; number++) {
                            ledger.used(shop, use(new Use.Answered(200), 1 + number % 50));
                        }
                        return null;
                    }));
            threads.submit(() -> {
                start.await();
                for (var round = 0; round < 200; round++) {
                    writing.writeCounts();
                }
                return null;
            });
            start.countDown();
        }
        writing.writeCounts();

        assertThat(reading.lastDay(shop.companyId(), shop.id()).whole().calls().all())
                .isEqualTo(8L * each);
    }

    private void use(SystemAccess access, Use.Ending ending, int millis) {
        ledger.used(access, use(ending, millis));
    }

    private Use use(Use.Ending ending, int millis) {
        return new Use(world.clock.instant(), Duration.ofMillis(millis), ending);
    }

    private UseWriting writing(UseLedger of) {
        return new UseWriting(of, new InMemoryUseFindings(), hours, world.systems, world.clock);
    }

    private SystemAccess access(String name) {
        return TestWorld.done(world.connectorSetup.create(TestWorld.shopWish(
                        name,
                        Environment.LIVE,
                        TestWorld.done(world.companyAdministration.createGroup(name))
                                .id())))
                .access();
    }
}
