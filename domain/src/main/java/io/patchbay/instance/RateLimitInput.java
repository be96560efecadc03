package io.patchbay.instance;

import io.patchbay.shared.Outcome;
import io.patchbay.system.RateLimit;

/** A rate limit as somebody asked for it. */
public record RateLimitInput(int requests, RateLimit.Unit per) {

    public Outcome<RateLimit> parse() {
        return RateLimit.parse(requests, per);
    }
}
