package io.patchbay.system;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import java.time.Duration;

/** How many requests a system takes in a span of time. */
public record RateLimit(int requests, Unit per) {

    /** The most requests that a limit may allow in its span. */
    public static final int MAX_REQUESTS = 1_000_000;

    /** The span of time. */
    public enum Unit {
        SECOND(Duration.ofSeconds(1)),
        MINUTE(Duration.ofMinutes(1)),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1));

        private final Duration span;

        Unit(Duration span) {
            this.span = span;
        }

        /** How long it is; a day is always 24 hours. */
        public Duration span() {
            return span;
        }
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

    /** Whether it allows more requests in the long run. */
    public boolean allowsMoreThan(RateLimit other) {
        return requests * other.per.span.toSeconds() > other.requests * per.span.toSeconds();
    }

    private static boolean allowed(int requests) {
        return requests >= 1 && requests <= MAX_REQUESTS;
    }
}
