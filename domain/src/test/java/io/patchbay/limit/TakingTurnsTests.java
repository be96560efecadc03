package io.patchbay.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.RateLimit;
import io.patchbay.system.RateLimit.Unit;
import io.patchbay.system.TestSystems;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TakingTurnsTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final LimitKey KEY = new LimitKey(CompanyId.next(), CredentialsId.next());

    private final InMemoryLedgers ledgers = new InMemoryLedgers(Clock.systemUTC());
    private final RateLimits node = new RateLimits(ledgers.steps(), ledgers, key -> Optional.empty());
    private final RateLimits otherNode = new RateLimits(ledgers.steps(), ledgers, key -> Optional.empty());

    @Test
    void grantsAtOnceWithoutALimitAndWritesNothing() {
        assertThat(node.acquire(KEY, LimitsInForce.NONE, Priority.BULK, Duration.ZERO))
                .isEqualTo(Turn.GRANTED);
        assertThat(ledgers.removeIdle(1)).isZero();
    }

    @Test
    void neverLetsTwoNodesWithManyThreadsExceedTheLimitInAnySecond() {
        var limits = perSecond(20);
        var sent = Collections.synchronizedList(new ArrayList<Long>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 80)
                    .forEach(number -> threads.execute(() -> {
                        var turn = (number % 2 == 0 ? node : otherNode).acquire(KEY, limits, Priority.BULK, LONG);
                        assertThat(turn).isEqualTo(Turn.GRANTED);
                        sent.add(System.nanoTime());
                    }));
        }

        assertThat(sent).hasSize(80);
        sent.sort(Long::compareTo);
        // A thread that was granted its turn may be held up before it notes the time, by this much at most.
        var span = Duration.ofSeconds(1).minusMillis(40).toNanos();
        for (int i = 20; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 20)).isGreaterThan(span);
        }
    }

    @Test
    void servesTheUrgentFirstAndThoseOfOnePriorityInTheOrderInWhichTheyCame() {
        var line = Stream.of(Priority.BULK, Priority.CHECK, Priority.BULK, Priority.TEST, Priority.CHECK)
                .map(new Function<Priority, Waiting>() {
                    private long number;

                    @Override
                    public Waiting apply(Priority priority) {
                        return new Waiting(perSecond(1), priority, number++, 0, new CompletableFuture<>());
                    }
                })
                .sorted();

        assertThat(line.map(Waiting::number)).containsExactly(3L, 1L, 4L, 0L, 2L);
    }

    @Test
    void letsWhatIsUrgentGoBeforeBulkUseThatWaitsOnAnyNode() throws Exception {
        var limits = perSecond(2);
        var bulk = new CountDownLatch(12);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 12)
                    .forEach(number -> threads.execute(() -> {
                        (number % 2 == 0 ? node : otherNode).acquire(KEY, limits, Priority.BULK, LONG);
                        bulk.countDown();
                    }));
            while (bulk.getCount() > 10) {
                Thread.onSpinWait();
            }

            var start = System.nanoTime();
            assertThat(node.acquire(KEY, limits, Priority.TEST, Duration.ofSeconds(4)))
                    .isEqualTo(Turn.GRANTED);
            assertThat(otherNode.acquire(KEY, limits, Priority.CHECK, Duration.ofSeconds(4)))
                    .isEqualTo(Turn.GRANTED);
            assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
            assertThat(bulk.getCount()).isGreaterThan(6);
        }
    }

    @Test
    void hasSomethingLeftForWhatIsUrgentWhileBulkUseHasNothingAnyMore() {
        var limits = new LimitsInForce(new RateLimit(60, Unit.MINUTE), null);
        use(limits, 57);

        assertThat(node.acquire(KEY, limits, Priority.BULK, Duration.ofSeconds(1)))
                .isInstanceOf(Turn.Refused.class);
        assertThat(node.acquire(KEY, limits, Priority.TEST, Duration.ofSeconds(1)))
                .isEqualTo(Turn.GRANTED);
        assertThat(otherNode.acquire(KEY, limits, Priority.CHECK, Duration.ofSeconds(1)))
                .isEqualTo(Turn.GRANTED);
    }

    @Test
    void refusesAtOnceWhereWaitingIsOfNoUseAndSaysWhenItIs() {
        var limits = new LimitsInForce(new RateLimit(1, Unit.MINUTE), null);
        use(limits, 1);

        var refused = (Turn.Refused) node.acquire(KEY, limits, Priority.BULK, Duration.ofSeconds(10));

        assertThat(refused.vendorAsked()).isFalse();
        assertThat(refused.seconds()).isBetween(58L, 62L);
    }

    @Test
    void stopsAllNodesWhenAVendorAsksOneForPatience() {
        for (var limits : List.of(LimitsInForce.NONE, perSecond(100))) {
            var key = new LimitKey(KEY.company(), CredentialsId.next());
            assertThat(otherNode.acquire(key, limits, Priority.BULK, Duration.ofSeconds(1)))
                    .isEqualTo(Turn.GRANTED);

            node.told(key, limits, new VendorWord(Duration.ofSeconds(30), List.of()), Duration.ZERO);

            assertThat(node.acquire(key, limits, Priority.TEST, Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(Turn.Refused.class, refused -> {
                        assertThat(refused.vendorAsked()).isTrue();
                        assertThat(refused.seconds()).isBetween(29L, 30L);
                    });
            Turn turn;
            var start = System.nanoTime();
            do {
                turn = otherNode.acquire(key, limits, Priority.BULK, Duration.ofSeconds(1));
            } while (turn.equals(Turn.GRANTED) && System.nanoTime() - start < 10_000_000_000L);
            assertThat(turn).isInstanceOf(Turn.Refused.class);
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void goesOnWhenAVendorsPatienceIsOver() {
        node.told(KEY, LimitsInForce.NONE, new VendorWord(Duration.ofMillis(200), List.of()), Duration.ZERO);

        var start = System.nanoTime();
        assertThat(node.acquire(KEY, LimitsInForce.NONE, Priority.BULK, Duration.ofSeconds(1)))
                .isEqualTo(Turn.GRANTED);
        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }

    @Test
    void goesOnWhereTheDatabaseIsSlowerThanALeaseIsLong() {
        var slow = new RateLimits(
                new LimitSteps(ledgers) {
                    @Override
                    public Take take(LimitKey key, Ask ask) {
                        var take = ledgers.steps().take(key, ask);
                        LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
                        return take;
                    }
                },
                ledgers,
                key -> Optional.empty());

        for (int i = 0; i < 3; i++) {
            assertThat(slow.acquire(KEY, perSecond(10), Priority.BULK, LONG)).isEqualTo(Turn.GRANTED);
        }
    }

    @Test
    void letsNobodyThroughWhereTheLedgerCannotBeRead() {
        var broken = new RateLimits(
                new LimitSteps(ledgers) {
                    @Override
                    public Take take(LimitKey key, Ask ask) {
                        throw new IllegalStateException("no database");
                    }
                },
                ledgers,
                key -> Optional.empty());

        assertThatThrownBy(() -> broken.acquire(KEY, perSecond(10), Priority.BULK, LONG))
                .hasRootCauseMessage("no database");
        assertThatThrownBy(() -> broken.acquire(KEY, perSecond(10), Priority.BULK, LONG))
                .hasRootCauseMessage("no database");
    }

    @Test
    void goesOnWithoutALimitWhereItCannotBeReadWhoAskedForPatience() {
        var unreadable = new InMemoryLedgers(Clock.systemUTC()) {
            @Override
            public Map<LimitKey, Duration> pauses() {
                throw new IllegalStateException("no database");
            }
        };
        var broken = new RateLimits(ledgers.steps(), unreadable, key -> Optional.empty());

        assertThat(broken.acquire(KEY, LimitsInForce.NONE, Priority.BULK, LONG)).isEqualTo(Turn.GRANTED);
    }

    /** No moment goes from a node to the others, only how long ago or how long from now. */
    @Test
    void doesNotMindHowFarTheClockOfTheDatabaseIsFromThatOfANode() {
        for (var offset : List.of(Duration.ofDays(-400), Duration.ofDays(400))) {
            var far = new InMemoryLedgers(Clock.offset(Clock.systemUTC(), offset));
            var one = new RateLimits(far.steps(), far, key -> Optional.empty());
            var another = new RateLimits(far.steps(), far, key -> Optional.empty());
            var limits = new LimitsInForce(new RateLimit(3, Unit.HOUR), null);

            assertThat(one.acquire(KEY, limits, Priority.BULK, LONG)).isEqualTo(Turn.GRANTED);
            assertThat(another.acquire(KEY, limits, Priority.BULK, LONG)).isEqualTo(Turn.GRANTED);
            for (var node : List.of(one, another)) {
                assertThat(node.acquire(KEY, limits, Priority.BULK, LONG))
                        .isInstanceOfSatisfying(
                                Turn.Refused.class,
                                refused -> assertThat(refused.seconds()).isBetween(3_500L, 3_602L));
            }

            one.told(KEY, limits, new VendorWord(Duration.ofHours(2), List.of()), Duration.ZERO);
            var later = new RateLimits(far.steps(), far, key -> Optional.empty());
            assertThat(later.acquire(KEY, limits, Priority.TEST, LONG))
                    .isInstanceOfSatisfying(
                            Turn.Refused.class,
                            refused -> assertThat(refused.seconds()).isBetween(7_100L, 7_200L));
        }
    }

    @Test
    void forgetsThoseWhoComeNoMore() {
        var company = CompanyId.next();
        for (int i = 0; i < 300; i++) {
            assertThat(node.of(company, TestSystems.SHOP, Credentials.none("api-key"))
                            .acquire(Priority.BULK, LONG))
                    .isEqualTo(Turn.GRANTED);
        }
        node.told(KEY, LimitsInForce.NONE, new VendorWord(Duration.ofMillis(1), List.of()), Duration.ZERO);
        node.forgetIdle();
        assertThat(node.remembered()).as("who came lately").isEqualTo(300);

        // Whoever serves a line may be about to leave it, and what vendors asked for is looked through once a second.
        var start = System.nanoTime();
        while (node.remembered() > 0 && System.nanoTime() - start < 30_000_000_000L) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            node.forgetIdle(Duration.ZERO);
            node.acquire(KEY, LimitsInForce.NONE, Priority.BULK, LONG);
        }
        assertThat(node.remembered()).isZero();
    }

    private static LimitsInForce perSecond(int requests) {
        return new LimitsInForce(new RateLimit(requests, Unit.SECOND), null);
    }

    private void use(LimitsInForce limits, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(node.acquire(KEY, limits, Priority.BULK, LONG)).isEqualTo(Turn.GRANTED);
        }
    }
}
