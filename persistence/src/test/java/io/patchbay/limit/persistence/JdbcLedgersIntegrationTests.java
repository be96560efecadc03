package io.patchbay.limit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.CredentialsId;
import io.patchbay.limit.Ledger;
import io.patchbay.limit.LimitKey;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.Contended;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JdbcLedgersIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant NOW = TestTables.NOW;
    private static final Instant SOON = Instant.now().plusSeconds(3_600);

    private final JdbcLedgers ledgers = new JdbcLedgers(TABLES.jdbc());
    private final LimitKey key = new LimitKey(TABLES.company(), CredentialsId.next());

    @Test
    void giveBackEverythingThatWasKept() {
        var ledger = new Ledger(
                List.of(
                        new Ledger.Use(NOW.minusSeconds(2), NOW.minusMillis(1_500), 3),
                        new Ledger.Use(NOW, NOW.plusMillis(50), 40)),
                NOW.plusSeconds(30),
                new Ledger.Remaining(17, NOW.plusSeconds(60), NOW.minusMillis(12)),
                NOW.plusSeconds(3));

        keep(ledger, SOON);

        assertThat(read()).isEqualTo(ledger);
        keep(Ledger.EMPTY, SOON);
        assertThat(read()).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void beginEmptyAndTellTheTime() {
        var before = Instant.now().minusSeconds(1);

        var locked = TABLES.inTransaction(() -> ledgers.lock(key));

        assertThat(locked.ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(locked.now()).isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void keepNothingOfWhatNeverHappened() {
        TABLES.inVain(() -> keep(new Ledger(List.of(), SOON, null, null), SOON));

        assertThat(read()).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void tellWhichVendorsAskedForPatience() {
        var other = new LimitKey(key.company(), CredentialsId.next());
        var stranger = new LimitKey(TABLES.company(), key.credentials());
        keep(new Ledger(List.of(), SOON, null, null), SOON);
        begin(other);

        assertThat(ledgers.pauses())
                .containsOnlyKeys(key)
                .hasEntrySatisfying(
                        key, time -> assertThat(time).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)));
        assertThat(ledgers.pausedUntil(key.company(), List.of(key.credentials(), other.credentials())))
                .containsOnlyKeys(key.credentials());
        assertThat(ledgers.pausedUntil(stranger.company(), List.of(key.credentials())))
                .isEmpty();
        assertThat(ledgers.pausedUntil(key.company(), List.of())).isEmpty();

        keep(new Ledger(List.of(), NOW.minusSeconds(100_000_000), null, null), SOON);
        assertThat(ledgers.pauses()).isEmpty();
    }

    @Test
    void removeOnlyThoseThatNobodyNeeds() {
        keep(new Ledger(List.of(), null, null, SOON), SOON);
        var idle = new LimitKey(TABLES.company(), CredentialsId.next());
        begin(idle);

        assertThat(ledgers.removeIdle(1_000)).isPositive();
        assertThat(ledgers.removeIdle(1_000)).isZero();
        assertThat(read().urgentUntil()).isNotNull();
    }

    @Test
    void haveOneOfManyMakeTheFirst() throws Exception {
        var both = new CyclicBarrier(8);
        Callable<Boolean> beginning = () -> {
            try {
                TABLES.inTransaction(() -> {
                    var locked = ledgers.lock(key);
                    await(both);
                    ledgers.keep(locked, Ledger.EMPTY, SOON);
                    return locked;
                });
                return true;
            } catch (Contended overtaken) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(8, beginning)).stream()
                            .map(Future::resultNow)
                            .filter(first -> first))
                    .hasSize(1);
        }
    }

    private static void await(CyclicBarrier all) {
        try {
            all.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void begin(LimitKey other) {
        var others = new JdbcLedgers(TABLES.jdbc());
        TABLES.inTransaction(() -> {
            var locked = others.lock(other);
            others.keep(locked, Ledger.EMPTY, NOW.minusSeconds(100_000_000));
            return locked;
        });
    }

    private void keep(Ledger ledger, Instant idleAt) {
        TABLES.inTransaction(() -> {
            var locked = ledgers.lock(key);
            ledgers.keep(locked, ledger, idleAt);
            return locked;
        });
    }

    private Ledger read() {
        return TABLES.inTransaction(() -> ledgers.lock(key)).ledger();
    }
}
