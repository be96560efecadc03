package io.patchbay.limit;

import io.patchbay.system.LimitHeaders;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's answer says about how often it wants to be asked.
 *
 * @param patience how long it asks to be left alone; null: it does not
 * @param left how many requests are left, by span; only spans that a limit can have
 */
public record VendorWord(@Nullable Duration patience, List<Left> left) {

    /** Nothing was said. */
    public static final VendorWord NOTHING = new VendorWord(null, List.of());

    /**
     * Nobody is left alone for longer on a vendor's word, so that a slip of its clock does not end everything. Shorter where the
     * word is about a shorter span.
     */
    public static final Duration MOST_PATIENCE = Duration.ofDays(1);

    /** Where a vendor refuses without saying for how long. */
    private static final Duration UNSAID = Duration.ofSeconds(5);

    /** A span is over after so many of it at the latest, whatever a header says: some vendors round, some are wrong. */
    private static final int MOST_SPANS = 2;

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public VendorWord {
        left = List.copyOf(left);
    }

    /** What is left of a span, and when all of it is there again. */
    public record Left(int requests, RateLimit.Unit per, Duration resetsIn) {}

    /**
     * Reads an answer.
     *
     * @param header the first header of a name
     */
    public static VendorWord read(
            SystemDefinition system, int status, Function<String, Optional<String>> header, Instant now) {
        return mayAskForPatience(status) || !system.limitHeaders().isEmpty()
                ? new Reading(header, now).of(system, status)
                : NOTHING;
    }

    /**
     * The same word of a vendor that refused, in a way that only its definition may understand.
     *
     * @param retryAfter what it asked for in doing so; null: nothing
     */
    public VendorWord refused(@Nullable Duration retryAfter) {
        return patience == null
                ? new VendorWord(retryAfter == null ? UNSAID : Reading.bounded(retryAfter), left)
                : this;
    }

    /** What is left of such a span, if that was said. */
    Optional<Left> leftOf(RateLimit.Unit per) {
        return left.stream().filter(it -> it.per() == per).findFirst();
    }

    /** GitHub is not alone in refusing with 403 who was too fast. Whoever does so for another reason names no time. */
    private static boolean mayAskForPatience(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE || status == FORBIDDEN;
    }

    private record Reading(Function<String, Optional<String>> header, Instant now) {

        private record Count(
                LimitHeaders from, int left, @Nullable Duration resetsIn) {}

        VendorWord of(SystemDefinition system, int status) {
            var counts = system.limitHeaders().stream()
                    .flatMap(from -> count(from, status).stream())
                    .toList();
            var used = counts.stream()
                    .filter(count -> count.left() == 0)
                    .map(Count::resetsIn)
                    .filter(Objects::nonNull);
            var asked = mayAskForPatience(status) ? RetryAfter.in(header, now).stream() : Stream.<Duration>empty();
            var patience = Stream.concat(used, asked).max(Duration::compareTo);
            var left = counts.stream().flatMap(count -> left(count).stream()).toList();
            var word = new VendorWord(patience.map(Reading::bounded).orElse(null), left);
            return status == TOO_MANY_REQUESTS ? word.refused(null) : word;
        }

        private Optional<Left> left(Count count) {
            var per = count.from().per();
            return per == null
                    ? Optional.empty()
                    : Optional.of(new Left(
                            count.left(), per, count.resetsIn() == null ? per.span() : bounded(count.resetsIn())));
        }

        private Optional<Count> count(LimitHeaders from, int status) {
            var left = header.apply(from.header()).flatMap(text -> number(from.counts(), text.strip()));
            return left.isEmpty() && status == TOO_MANY_REQUESTS
                    ? said(from).map(time -> new Count(from, 0, time))
                    : left.map(number -> new Count(from, number, resetsIn(from)));
        }

        private static Optional<Integer> number(LimitHeaders.Counts counts, String text) {
            return switch (counts) {
                case REMAINING ->
                    text.matches("[0-9]{1,9}(\\.[0-9]*)?")
                            ? Optional.of(Integer.parseInt(text.split("\\.", 2)[0]))
                            : Optional.empty();
                case USED_OF_ALL -> text.matches("[0-9]{1,9}/[0-9]{1,9}") ? Optional.of(ofAll(text)) : Optional.empty();
            };
        }

        private static int ofAll(String text) {
            var parts = text.split("/");
            return Math.max(0, Integer.parseInt(parts[1]) - Integer.parseInt(parts[0]));
        }

        /** Null: not said, and too far away to be guessed. */
        private @Nullable Duration resetsIn(LimitHeaders from) {
            return said(from).orElseGet(() -> switch (from.per()) {
                case SECOND, MINUTE -> from.per().span();
                case HOUR, DAY -> null;
                case null -> null;
            });
        }

        private Optional<Duration> said(LimitHeaders from) {
            return Optional.ofNullable(from.reset())
                    .flatMap(header)
                    .flatMap(text -> until(from.resetIs(), text.strip()))
                    .map(time -> time.isNegative() ? Duration.ZERO : time)
                    .map(time -> boundedBy(from.per(), time));
        }

        private static Duration boundedBy(RateLimit.@Nullable Unit per, Duration time) {
            var most = per == null ? MOST_PATIENCE : per.span().multipliedBy(MOST_SPANS);
            return time.compareTo(most) < 0 ? time : most;
        }

        private Optional<Duration> until(LimitHeaders.ResetForm form, String text) {
            return switch (form) {
                case SECONDS_TO_GO -> whole(text).map(Duration::ofSeconds);
                case MILLISECONDS_TO_GO -> whole(text).map(Duration::ofMillis);
                case EPOCH_SECONDS -> whole(text).map(Instant::ofEpochSecond).map(this::fromNow);
                case EPOCH_MILLISECONDS ->
                    whole(text).map(Instant::ofEpochMilli).map(this::fromNow);
                case HTTP_DATE -> RetryAfter.date(text).map(this::fromNow);
                case ISO_8601 -> moment(text).map(this::fromNow);
            };
        }

        private Duration fromNow(Instant moment) {
            return Duration.between(RetryAfter.theirNow(header, now), moment);
        }

        private static Optional<Long> whole(String text) {
            return text.matches("[0-9]{1,15}(\\.[0-9]*)?") ? Optional.of(RetryAfter.wholeOf(text)) : Optional.empty();
        }

        private static Optional<Instant> moment(String text) {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        private static Duration bounded(Duration time) {
            return time.compareTo(MOST_PATIENCE) < 0 ? time : MOST_PATIENCE;
        }
    }
}
