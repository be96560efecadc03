package io.patchbay.attention;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Days as people count them: by the calendar of where they are, however many hours a day has there. */
public final class Days {

    private Days() {}

    /** The first moment after so many days, today not counted. */
    public static Instant endOf(int days, Instant now, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** How many midnights lie between: 0 is today, 1 tomorrow, -1 yesterday. */
    public static long until(Instant moment, Instant now, ZoneId zone) {
        return ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), moment.atZone(zone).toLocalDate());
    }
}
