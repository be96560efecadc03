package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a system asks to be left alone: seconds or a moment (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /** Empty where it does not ask, or asks for nothing that can be understood. */
    static Optional<Duration> in(Answer answer, Instant now) {
        return answer.header("Retry-After")
                .flatMap(text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : untilDate(answer, text, now))
                .filter(time -> !time.isNegative());
    }

    private static Optional<Duration> untilDate(Answer answer, String text, Instant now) {
        try {
            var moment = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            var theirNow = answer.header("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .orElse(now);
            return Optional.of(Duration.between(theirNow, moment));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
