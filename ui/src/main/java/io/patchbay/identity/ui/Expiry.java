package io.patchbay.identity.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How long a new API token is to open anything, as people choose it. */
enum Expiry {
    MONTH(Duration.ofDays(30)),
    QUARTER(Duration.ofDays(90)),
    YEAR(Duration.ofDays(365)),
    /** To the end of a day. */
    DATE(null),
    NEVER(null);

    private final @Nullable Duration lifetime;

    Expiry(@Nullable Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** From when on the token opens nothing; null: never. */
    @Nullable
    Instant after(Instant now, @Nullable LocalDate lastDay, ZoneId zone) {
        if (this == DATE && lastDay != null) {
            return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        }
        return lifetime == null ? null : now.plus(lifetime);
    }
}
