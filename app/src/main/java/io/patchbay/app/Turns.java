package io.patchbay.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets no more than so many begin in a second, each the same while after the one before. Thread-safe. */
final class Turns {

    private final long distance;
    private long next;

    Turns(int perSecond, long now) {
        this.distance = Duration.ofSeconds(1).toNanos() / perSecond;
        this.next = now;
    }

    /** Returns when it is the caller's turn. */
    void await() {
        var turn = take(System.nanoTime());
        for (var left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }

    /** The moment of the next turn, on the clock of {@link System#nanoTime()}. */
    synchronized long take(long now) {
        var turn = now - next > 0 ? now : next;
        next = turn + distance;
        return turn;
    }
}
