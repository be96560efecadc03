package io.patchbay.setup;

import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.system.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the second step.
 *
 * @param rateLimit null for a connector, and for an instance without a limit of its own
 */
public record TimeAndDate(
        TimeZone timeZone, DateFormat dateFormat, @Nullable RateLimit rateLimit) {

    /** As a person typed it; a null time zone or date format is the system's default. */
    public record Typed(
            @Nullable String timeZone,
            @Nullable String dateFormat,
            @Nullable RateLimitInput rateLimit) implements SetupAnswer {

        @Override
        public SetupStep step() {
            return SetupStep.TIME_AND_DATE;
        }

        /** Without a limit for a connector, which has none of its own. */
        Typed of(SetupKind kind) {
            return switch (kind) {
                case CONNECTOR -> new Typed(timeZone, dateFormat, null);
                case INSTANCE -> this;
            };
        }
    }
}
