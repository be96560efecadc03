package io.patchbay.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.system.RateLimit;
import io.patchbay.system.RateLimit.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LIFE = Duration.ofMillis(50);

    private Ledger ledger = Ledger.EMPTY;
    private Instant now = NOON;

    @Test
    void allowsAsMuchAsTheLimitAndThenSaysWhenThereIsMore() {
        var limits = usual(2, Unit.SECOND);

        assertThat(bulk(limits, 1)).isOne();
        pass(200);
        assertThat(bulk(limits, 1)).isOne();
        pass(100);
        assertThat(waits(bulkAsk(limits, 1)).time()).isEqualTo(Duration.ofMillis(750));
        pass(750);
        assertThat(bulk(limits, 1)).isOne();
    }

    /** Sends at the worst moments, on nodes that keep what they took until the last one. */
    @ParameterizedTest
    @CsvSource({"2, SECOND, 1", "10, SECOND, 2", "200, MINUTE, 3", "60, MINUTE, 4", "5000, HOUR, 5", "1000, DAY, 6"})
    void neverAllowsMoreWithinASpanWhereverItBegins(int requests, Unit per, long seed) {
        var random = new Random(seed);
        var limits = usual(requests, per);
        var span = per.span();
        var life = Lease.life(limits, Duration.ZERO, false);
        var sent = new ArrayList<Instant>();
        for (int i = 0; i < 4_000; i++) {
            if (ledger.take(bulkAsk(limits, 1 + random.nextInt(40), life), now)
                    instanceof Take.Granted(var after, var permits, var until)) {
                ledger = after;
                for (int n = 0; n < permits; n++) {
                    sent.add(random.nextBoolean() ? until : now);
                }
            }
            pass(random.nextLong(1 + span.toMillis() / 50));
        }

        sent.sort(Instant::compareTo);
        assertThat(sent).hasSizeGreaterThan(requests);
        for (int i = requests; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - requests), sent.get(i))).isGreaterThanOrEqualTo(span);
        }
        assertThat(ledger.uses()).hasSizeLessThan(80);
    }

    @Test
    void losesLittleOfTheLimitToWhatNodesHoldBack() {
        var limits = usual(1_000, Unit.MINUTE);
        int taken = 0;
        while (now.isBefore(NOON.plus(Duration.ofMinutes(10)))) {
            taken += bulk(limits, 20, Lease.life(limits, Duration.ZERO, false));
            pass(100);
        }

        assertThat(taken).isBetween(8_500, 10_000);
    }

    @Test
    void keepsTheLastOnesForWhatIsUrgent() {
        var limits = usual(60, Unit.MINUTE);
        int taken = 0;
        for (int got = bulk(limits, 60); got > 0; got = bulk(limits, 60)) {
            taken += got;
        }

        assertThat(taken).isEqualTo(57);
        assertThat(urgent(limits)).isOne();
    }

    @Test
    void letsBulkUseStandBackWhereEvenTheReserveIsUsedUp() {
        var limits = usual(2, Unit.SECOND);
        bulk(limits, 1);
        bulk(limits, 1);
        assertThat(ledger.take(urgentAsk(limits), now)).isInstanceOfSatisfying(Take.Wait.class, this::then);
        pass(1_050);

        assertThat(bulk(limits, 1)).isZero();
        assertThat(urgent(limits)).isOne();
        assertThat(bulk(limits, 1)).isOne();
    }

    @Test
    void standsBackOnlyForAWhile() {
        var limits = usual(1, Unit.SECOND);
        bulk(limits, 1);
        ledger.take(urgentAsk(limits), now);
        then(waits(urgentAsk(limits)));
        pass(3_000);

        assertThat(bulk(limits, 1)).isOne();
    }

    @Test
    void holdsTheUsualLimitAndTheOwnOne() {
        var limits = new LimitsInForce(new RateLimit(2, Unit.SECOND), new RateLimit(5, Unit.MINUTE));
        int taken = 0;
        for (int i = 0; i < 590; i++) {
            taken += bulk(limits, 1);
            pass(100);
        }

        // One of the five is kept for what is urgent.
        assertThat(taken).isEqualTo(4);
    }

    @Test
    void leavesAVendorAloneForAsLongAsItAsks() {
        var limits = usual(60, Unit.MINUTE);
        ledger = ledger.paused(Duration.ofSeconds(30), now);

        assertThat(waits(bulkAsk(limits, 1))).isEqualTo(new Take.Wait(ledger, Duration.ofSeconds(30), true));
        assertThat(waits(urgentAsk(limits)).vendorAsked()).isTrue();
        pass(30_000);
        assertThat(bulk(limits, 1)).isOne();
    }

    @Test
    void neverShortensWhatAVendorAskedFor() {
        ledger = ledger.paused(Duration.ofSeconds(30), now);

        assertThat(ledger.paused(Duration.ofSeconds(3), now)).isEqualTo(ledger);
        assertThat(ledger.paused(Duration.ofSeconds(40), now).pausedUntil()).isEqualTo(now.plusSeconds(40));
    }

    @Test
    void believesAVendorThatSaysThatLessIsLeft() {
        var limits = usual(100, Unit.MINUTE);
        bulk(limits, 1);
        pass(200);

        // 10 by the vendor's count, of which 5 are kept for what is urgent.
        int taken = taken(heard(limits, 40, 10, Duration.ofSeconds(20)));
        for (int got = bulk(limits, 40); got > 0; got = bulk(limits, 40)) {
            taken += got;
        }
        assertThat(taken).isEqualTo(5);
        assertThat(waits(bulkAsk(limits, 1)).time()).isEqualTo(Duration.ofSeconds(20));
        pass(20_000);
        assertThat(bulk(limits, 1)).isOne();
    }

    @Test
    void believesAVendorThatSaysThatMoreIsLeft() {
        var limits = usual(2, Unit.SECOND);
        bulk(limits, 1);
        bulk(limits, 1);
        assertThat(bulk(limits, 1)).isZero();
        pass(10);

        assertThat(taken(heard(limits, 5, 30, Duration.ofSeconds(1)))).isEqualTo(5);
    }

    @Test
    void countsTheOwnLimitWhateverTheVendorSays() {
        var limits = new LimitsInForce(new RateLimit(100, Unit.MINUTE), new RateLimit(3, Unit.MINUTE));
        bulk(limits, 1);
        bulk(limits, 1);
        pass(10);

        assertThat(ledger.take(heard(limits, 40, 90, Duration.ofSeconds(20)), now))
                .isInstanceOf(Take.Wait.class);
    }

    @Test
    void deductsWhatTheVendorCannotHaveCounted() {
        var limits = usual(10, Unit.SECOND);
        bulk(limits, 1);
        pass(60);
        // Of this one the vendor knows nothing: it left after the other, whose answer comes late.
        bulk(limits, 1);
        pass(40);

        var ask = new Ask(
                limits,
                false,
                9,
                LIFE,
                null,
                new Ask.Heard(
                        new VendorWord.Left(1, Unit.SECOND, Duration.ofSeconds(1)),
                        Duration.ofMillis(80),
                        Duration.ZERO));
        assertThat(ledger.take(ask, now)).isInstanceOf(Take.Wait.class);
    }

    @Test
    void givesUnusedPermitsToOthers() {
        var limits = usual(10, Unit.SECOND);
        var first = (Take.Granted) ledger.take(bulkAsk(limits, 2), now);
        ledger = first.after();
        pass(60);
        ledger = ledger.take(new Ask(limits, true, 8, LIFE, null, null), now).after();
        assertThat(urgent(limits)).isZero();

        var ask = new Ask(limits, true, 2, LIFE, new Ask.Unused(2, first.until()), null);

        assertThat(taken(ask)).isEqualTo(2);
    }

    @Test
    void whatANodeTookThatDiedIsThereAgainASpanAfterItsLease() {
        var limits = usual(8, Unit.SECOND);
        var dead = (Take.Granted) ledger.take(new Ask(limits, true, 8, LIFE, null, null), now);
        assertThat(dead.permits()).isEqualTo(8);
        ledger = dead.after();

        assertThat(waits(bulkAsk(limits, 1)).time()).isEqualTo(Duration.ofMillis(1_050));
        pass(1_050);
        assertThat(taken(new Ask(limits, true, 8, LIFE, null, null))).isEqualTo(8);
    }

    @Test
    void countsByALimitThatWasLoweredFromThenOn() {
        for (int i = 0; i < 40; i++) {
            bulk(usual(100, Unit.MINUTE), 2);
        }

        assertThat(ledger.take(bulkAsk(usual(20, Unit.MINUTE), 1), now)).isInstanceOf(Take.Wait.class);
        pass(60_050);
        assertThat(bulk(usual(20, Unit.MINUTE), 1)).isOne();
    }

    @Test
    void isIdleWhenNothingInItMattersAnyMore() {
        var limits = usual(60, Unit.MINUTE);
        bulk(limits, 1);
        assertThat(ledger.idleAt(limits.longestSpan())).isEqualTo(NOON.plusMillis(60_050));

        ledger = ledger.paused(Duration.ofHours(2), now);
        assertThat(ledger.idleAt(limits.longestSpan())).isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    private static LimitsInForce usual(int requests, Unit per) {
        return new LimitsInForce(new RateLimit(requests, per), null);
    }

    private int bulk(LimitsInForce limits, int permits) {
        return bulk(limits, permits, LIFE);
    }

    private int bulk(LimitsInForce limits, int permits, Duration life) {
        return taken(bulkAsk(limits, permits, life));
    }

    private int urgent(LimitsInForce limits) {
        return taken(urgentAsk(limits));
    }

    private int taken(Ask ask) {
        return switch (ledger.take(ask, now)) {
            case Take.Granted(var after, var permits, var until) -> {
                ledger = after;
                yield permits;
            }
            case Take.Wait wait -> 0;
        };
    }

    private Take.Wait waits(Ask ask) {
        return (Take.Wait) ledger.take(ask, now);
    }

    private void then(Take.@Nullable Wait wait) {
        ledger = wait.after();
    }

    private static Ask bulkAsk(LimitsInForce limits, int permits) {
        return bulkAsk(limits, permits, LIFE);
    }

    private static Ask bulkAsk(LimitsInForce limits, int permits, Duration life) {
        return new Ask(limits, false, permits, life, null, null);
    }

    private static Ask urgentAsk(LimitsInForce limits) {
        return new Ask(limits, true, 1, LIFE, null, null);
    }

    private static Ask heard(LimitsInForce limits, int permits, int left, Duration resetsIn) {
        var per = limits.usual().per();
        return new Ask(
                limits,
                false,
                permits,
                LIFE,
                null,
                new Ask.Heard(new VendorWord.Left(left, per, resetsIn), Duration.ofMillis(5), Duration.ZERO));
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }
}
