package io.patchbay.system.marketplace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which date formats a definition may name. */
final class DateFormats {

    private static final Set<String> NAMED = Set.of("ISO_8601", "UNIX_SECONDS", "UNIX_MILLISECONDS");
    private static final Instant SAMPLE = Instant.parse("2026-11-22T13:14:00Z");

    private DateFormats() {}

    /** What is wrong with a format; empty where nothing is. */
    static Optional<String> problem(String format) {
        if (NAMED.contains(format)) {
            return Optional.empty();
        }
        try {
            var formatter = DateTimeFormatter.ofPattern(format, Locale.ROOT).withZone(ZoneOffset.UTC);
            var again = LocalDateTime.from(formatter.parse(formatter.format(SAMPLE)));
            return again.toInstant(ZoneOffset.UTC).equals(SAMPLE)
                    ? Optional.empty()
                    : Optional.of("does not give back the moment that it wrote");
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of(
                    "is neither " + String.join(", ", NAMED.stream().sorted().toList())
                            + " nor a pattern of java.time that can be read back");
        }
    }
}
