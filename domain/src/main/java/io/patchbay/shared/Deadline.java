package io.patchbay.shared;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Until when the work on this thread may take. Whoever is about to wait for something on its behalf looks here first. */
public final class Deadline {

    private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

    private final Duration limit;
    private final long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** Does work that may take this long; less where it is part of work that must end sooner. */
    public static <T> T within(Duration limit, Supplier<T> work) {
        var outer = CURRENT.get();
        var own = new Deadline(limit);
        CURRENT.set(outer != null && outer.end - own.end < 0 ? outer : own);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Of the work on this thread; null where it may take as long as it likes. */
    public static @Nullable Deadline current() {
        return CURRENT.get();
    }

    public boolean isPassed() {
        return System.nanoTime() - end >= 0;
    }

    /** How long the whole of the work may take. */
    public Duration limit() {
        return limit;
    }

    /** @throws DeadlinePassed where it is too late to begin anything */
    public void requireTimeLeft() {
        if (isPassed()) {
            throw new DeadlinePassed();
        }
    }
}
