package io.patchbay.limit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Permits that this node has taken and hands out. Guarded by the line's lock. */
final class Lease {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int PARTS = 20;

    private final LimitsInForce limits;
    private final int taken;
    private final Instant until;
    private final long end;
    private int left;

    /**
     * Permits that were taken just now.
     *
     * @param start before they were taken, by {@link System#nanoTime()}: so they end here before they do for the others
     */
    Lease(LimitsInForce limits, Take.Granted granted, long start, Duration life) {
        this.limits = limits;
        this.taken = granted.permits();
        this.until = granted.until();
        this.end = start + life.toNanos();
        this.left = taken;
    }

    /**
     * How long permits are good: so short that what is counted for them hardly lowers the limit, and so long that there is
     * time to use them where the database is slow. Where there is plenty, they are taken less often.
     *
     * @param taking how long it took to take the last ones
     * @param plenty whether there were as many as were asked for
     */
    static Duration life(LimitsInForce limits, Duration taking, boolean plenty) {
        var span = limits.shortestSpan();
        var usual = longer(SHORTEST, shorter(span.dividedBy(PARTS), LONGEST));
        var seldom = plenty ? shorter(taking.multipliedBy(PARTS), span.dividedBy(4)) : Duration.ZERO;
        return longer(longer(usual, seldom), taking.multipliedBy(4));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Uses one, if there is one for such limits. */
    boolean use(LimitsInForce wanted, long now) {
        if (left == 0 || end - now <= 0 || !limits.equals(wanted)) {
            return false;
        }
        left--;
        return true;
    }

    /** Keeps no more than the vendor says there are. */
    void cutTo(int permits) {
        left = Math.min(left, permits);
    }

    /** What is still there, and is not used any more from now on. */
    Ask.@Nullable Unused giveBack() {
        var unused = left == 0 ? null : new Ask.Unused(left, until);
        left = 0;
        return unused;
    }

    boolean isOver(long now) {
        return end - now <= 0;
    }

    /** How many to take next: twice as many where these were not enough, as many as were used where they were. */
    int next(long now) {
        var late = now - end > LONGEST.toNanos();
        if (late) {
            return 1;
        }
        return left == 0 ? 2 * taken : Math.max(1, taken - left);
    }
}
