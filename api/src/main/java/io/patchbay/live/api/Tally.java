package io.patchbay.live.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many of something everybody holds. Thread-safe; forgets those who hold none. */
final class Tally {

    private final Map<Holder, Integer> held = new ConcurrentHashMap<>();

    /** One of those that are counted; giving it back twice counts once. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    int of(Holder holder) {
        return held.getOrDefault(holder, 0);
    }

    Place take(Holder holder) {
        held.merge(holder, 1, Integer::sum);
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                held.computeIfPresent(holder, (who, count) -> count == 1 ? null : count - 1);
            }
        };
    }

    int total() {
        return held.values().stream().mapToInt(Integer::intValue).sum();
    }
}
