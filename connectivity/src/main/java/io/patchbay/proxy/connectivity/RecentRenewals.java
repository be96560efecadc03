package io.patchbay.proxy.connectivity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For whom a token was renewed a moment ago because the system had refused one. Where it refuses the next one too, the token
 * was not the reason, and asking for more would only annoy the vendor. Each node remembers for itself. Thread-safe.
 */
final class RecentRenewals {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<Object, Instant> byOwner = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Instant> eldest) {
            return size() > MOST;
        }
    };

    RecentRenewals(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is time for another one; if so, it is noted. */
    synchronized boolean begin(Object owner) {
        var now = clock.instant();
        var before = byOwner.get(owner);
        if (before != null && now.isBefore(before.plus(PAUSE))) {
            return false;
        }
        byOwner.put(owner, now);
        return true;
    }
}
