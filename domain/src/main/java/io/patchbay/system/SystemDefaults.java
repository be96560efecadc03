package io.patchbay.system;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is right for most who use a system.
 *
 * @param timeZone null where every account has its own
 * @param dateFormat as {@code DateFormat} writes it
 * @param rateLimit null where the vendor names none
 * @param checkEvery how often to check without being asked; null: only when somebody asks
 */
public record SystemDefaults(
        @Nullable ZoneId timeZone,
        String dateFormat,
        @Nullable RateLimit rateLimit,
        @Nullable Duration checkEvery) {

    /** How often is right where the vendor gives no reason for more or less. */
    public static final Duration CHECK_EVERY = Duration.ofHours(1);
}
