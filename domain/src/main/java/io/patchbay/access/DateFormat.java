package io.patchbay.access;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a system writes a moment: {@code ISO_8601}, {@code UNIX_SECONDS}, {@code UNIX_MILLISECONDS}, or a pattern of
 * {@link DateTimeFormatter} (English, ISO calendar) that gives back what was written.
 */
public record DateFormat(String value) {

    /** The formats that have a name, the commonest first. */
    public static final List<String> NAMED = List.of("ISO_8601", "UNIX_SECONDS", "UNIX_MILLISECONDS");

    public static final DateFormat ISO_8601 = new DateFormat("ISO_8601");

    private static final int MAX_LENGTH = 80;

    // Morning and afternoon, one and two digits, leap day: a pattern that loses any of these fails on one of them.
    private static final List<LocalDateTime> SAMPLES = List.of(
            LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000_000),
            LocalDateTime.of(2024, 2, 29, 15, 30, 45, 987_000_000),
            LocalDateTime.of(2026, 12, 31, 23, 59, 59),
            LocalDateTime.of(2026, 10, 11, 12, 0));

    // Patterns that were found good. Trying one costs a hundred times what reading the rest of a row does; and there
    // are few,
    // because people choose what their system writes.
    private static final Set<String> GOOD = ConcurrentHashMap.newKeySet();
    private static final int MOST_KEPT = 1_000;

    public DateFormat {
        if (fault(value) != null) {
            throw new IllegalArgumentException("Not a date format: " + fault(value));
        }
    }

    /** Reads what a person typed or chose. */
    public static Outcome<DateFormat> parse(@Nullable String text, String field) {
        var stripped = text == null ? "" : text.strip();
        var fault = fault(stripped);
        return fault == null
                ? Outcome.done(new DateFormat(stripped))
                : Outcome.refused(InvalidInput.of(RefusalCode.INVALID_DATE_FORMAT, field, fault, MAX_LENGTH));
    }

    /** A moment as a system in this zone would write it. */
    public String write(Instant moment, ZoneId zone) {
        return switch (value) {
            case "ISO_8601" ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        moment.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
            case "UNIX_SECONDS" -> Long.toString(moment.getEpochSecond());
            case "UNIX_MILLISECONDS" -> Long.toString(moment.toEpochMilli());
            default -> formatter(value).format(moment.atZone(zone));
        };
    }

    private static @Nullable String fault(String text) {
        if (NAMED.contains(text) || GOOD.contains(text)) {
            return null;
        }
        var fault = faultOfPattern(text);
        if (fault == null) {
            keep(text);
        }
        return fault;
    }

    private static void keep(String good) {
        if (GOOD.size() >= MOST_KEPT) {
            GOOD.clear();
        }
        GOOD.add(good);
    }

    private static @Nullable String faultOfPattern(String text) {
        if (text.isEmpty()) {
            return "date-format.blank";
        }
        if (text.length() > MAX_LENGTH) {
            return "date-format.too-long";
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return "date-format.pattern";
        }
        try {
            var formatter = formatter(text);
            return SAMPLES.stream().allMatch(sample -> roundTrips(formatter, sample)) ? null : "date-format.loses";
        } catch (RuntimeException notAPattern) {
            // Of every kind: the JDK stumbles over some patterns instead of refusing them, such as "pppAAAAH".
            return "date-format.pattern";
        }
    }

    /** What was written names a day, its time of day if it holds one, and is written the same once more. */
    private static boolean roundTrips(DateTimeFormatter formatter, LocalDateTime sample) {
        var moment = ZonedDateTime.of(sample, ZoneId.of("UTC"));
        var written = formatter.format(moment);
        try {
            var read = formatter.parse(written);
            var date = read.query(TemporalQueries.localDate());
            var time = read.query(TemporalQueries.localTime());
            if (date == null || !date.equals(sample.toLocalDate())) {
                return false;
            }
            return time == null
                    ? formatter.format(date.atStartOfDay(ZoneId.of("UTC"))).equals(written)
                    : formatter
                            .format(date.atTime(time).atZone(ZoneId.of("UTC")))
                            .equals(written);
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    @Override
    public String toString() {
        return value;
    }
}
