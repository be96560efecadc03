package io.patchbay.system;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is right for most who use a system.
 *
 * @param timeZone null where every account has its own
 * @param dateFormat as {@code DateFormat} writes it
 * @param rateLimit null where the vendor names none
 */
public record SystemDefaults(
        @Nullable ZoneId timeZone,
        String dateFormat,
        @Nullable RateLimit rateLimit) {}
