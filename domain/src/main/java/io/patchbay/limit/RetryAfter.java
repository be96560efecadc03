package io.patchbay.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** How long a system asks to be left alone: seconds or a moment (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * Empty where it does not ask, or asks for nothing that can be understood.
     *
     * @param header the first header of a name
     */
    public static Optional<Duration> in(Function<String, Optional<String>> header, Instant now) {
        return header.apply("Retry-After")
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,9}(\\.[0-9]*)?")
                        ? Optional.of(Duration.ofSeconds(wholeOf(text)))
                        : date(text).map(moment -> Duration.between(theirNow(header, now), moment)))
                .filter(time -> !time.isNegative());
    }

    /** Some vendors write fractions, as Shopify does ({@code 2.0}), which only make it later. */
    static long wholeOf(String digits) {
        var parts = digits.split("\\.", 2);
        return Long.parseLong(parts[0]) + (parts.length > 1 && parts[1].matches(".*[1-9].*") ? 1 : 0);
    }

    /** The clock by which a vendor names moments: its own, where it tells it. */
    static Instant theirNow(Function<String, Optional<String>> header, Instant now) {
        return header.apply("Date").flatMap(RetryAfter::date).orElse(now);
    }

    static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
