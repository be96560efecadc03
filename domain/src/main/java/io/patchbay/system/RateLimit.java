package io.patchbay.system;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;

/** How many requests a system takes in a span of time. */
public record RateLimit(int requests, Unit per) {

    /** The most requests that a limit may allow in its span. */
    public static final int MAX_REQUESTS = 1_000_000;

    /** The span of time. */
    public enum Unit {
        SECOND,
        MINUTE,
        HOUR,
        DAY
    }

    public RateLimit {
        if (!allowed(requests)) {
            throw new IllegalArgumentException("Not a rate limit: " + requests);
        }
    }

    /** Reads what a person asked for. */
    public static Outcome<RateLimit> parse(int requests, Unit per) {
        return allowed(requests)
                ? Outcome.done(new RateLimit(requests, per))
                : Outcome.refused(InvalidInput.of(
                        RefusalCode.INVALID_RATE_LIMIT, "rateLimit", "rate-limit.out-of-range", MAX_REQUESTS));
    }

    private static boolean allowed(int requests) {
        return requests >= 1 && requests <= MAX_REQUESTS;
    }
}
