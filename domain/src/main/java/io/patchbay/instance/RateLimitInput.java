package io.patchbay.instance;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import org.jspecify.annotations.Nullable;

/** A rate limit as somebody asked for it. */
public record RateLimitInput(int requests, RateLimit.Unit per) {

    /**
     * The limit, if there may be such a one: an instance may lower what its system usually takes, and no more.
     *
     * @param system null: not known, and refused elsewhere
     */
    public Outcome<RateLimit> parse(@Nullable SystemDefinition system) {
        return RateLimit.parse(requests, per)
                .flatMap(limit -> system == null ? Outcome.done(limit) : allowedBy(system, limit));
    }

    private static Outcome<RateLimit> allowedBy(SystemDefinition system, RateLimit limit) {
        var usual = system.defaults().rateLimit();
        return usual == null || !limit.allowsMoreThan(usual)
                ? Outcome.done(limit)
                : Outcome.refused(InvalidInput.of(
                        RefusalCode.INVALID_RATE_LIMIT,
                        "rateLimit",
                        "rate-limit.above-usual." + usual.per(),
                        system.name(),
                        usual.requests()));
    }
}
