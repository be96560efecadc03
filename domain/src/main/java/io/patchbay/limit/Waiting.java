package io.patchbay.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody in the line.
 *
 * @param number counted upwards, so that nobody is overtaken by others of the same priority
 * @param deadline by {@link System#nanoTime()}
 */
record Waiting(LimitsInForce limits, Priority priority, long number, long deadline, CompletableFuture<Turn> turn)
        implements Comparable<Waiting> {

    private static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::priority).thenComparing(Waiting::number);

    @Override
    public int compareTo(Waiting other) {
        return ORDER.compare(this, other);
    }

    /** Whether waiting so long is of any use. */
    boolean canWait(Duration time, long now) {
        return deadline - now >= time.toNanos();
    }
}
