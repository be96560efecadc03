package io.patchbay.watching.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures that cost something, taken only when somebody looks and not again for a while. Whoever looks waits a moment for
 * them, and never for long: then the last ones have to do. Thread-safe.
 */
final class Sampled<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Optional<T>> source;
    private final long goodFor;
    private CompletableFuture<Void> taking = CompletableFuture.completedFuture(null);
    private long takenAt;
    private volatile @Nullable T last;

    Sampled(Supplier<Optional<T>> source, Duration goodFor) {
        this.source = source;
        this.goodFor = goodFor.toNanos();
        this.takenAt = System.nanoTime() - this.goodFor;
    }

    /** The newest; empty where they could not be taken yet. */
    Optional<T> now() {
        try {
            current().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unavailable) {
            LOG.debug("Figures could not be taken in time", unavailable);
        }
        return Optional.ofNullable(last);
    }

    private synchronized CompletableFuture<Void> current() {
        if (taking.isDone() && System.nanoTime() - takenAt >= goodFor) {
            takenAt = System.nanoTime();
            taking = new CompletableFuture<>();
            var mine = taking;
            Thread.ofVirtual().name("figures").start(() -> take(mine));
        }
        return taking;
    }

    private void take(CompletableFuture<Void> mine) {
        try (var _ = Marked.run()) {
            source.get().ifPresent(taken -> last = taken);
        } catch (RuntimeException failed) {
            LOG.warn("Figures about this Patchbay could not be taken: {}", failed.getMessage());
        } finally {
            mine.complete(null);
        }
    }
}
