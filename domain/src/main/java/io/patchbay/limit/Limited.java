package io.patchbay.limit;

import io.patchbay.system.SystemDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A system as one set of credentials may use it. */
public final class Limited {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final RateLimits limits;
    private final LimitKey key;
    private final SystemDefinition system;
    private final LimitsInForce inForce;

    Limited(RateLimits limits, LimitKey key, SystemDefinition system, LimitsInForce inForce) {
        this.limits = limits;
        this.key = key;
        this.system = system;
        this.inForce = inForce;
    }

    public LimitsInForce inForce() {
        return inForce;
    }

    /** As {@link RateLimits#acquire}. */
    public Turn acquire(Priority priority, Duration longest) {
        return limits.acquire(key, inForce, priority, longest);
    }

    /** Whether a request that a check needs beyond its first may leave at once. */
    public boolean oneMore() {
        return acquire(Priority.CHECK, A_MOMENT).equals(Turn.GRANTED);
    }

    /**
     * Believes what an answer says.
     *
     * @param header the first header of a name
     * @param age how long ago the request was sent
     */
    public void told(int status, Function<String, Optional<String>> header, Instant now, Duration age) {
        told(VendorWord.read(system, status, header, now), age);
    }

    /**
     * Believes what a vendor said.
     *
     * @param age how long ago the request was sent
     */
    public void told(VendorWord word, Duration age) {
        limits.told(key, inForce, word, age);
    }
}
