package io.patchbay.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an access was used in the last hours, the one that has just begun included.
 *
 * @param hours all of them in the order of time, also those without a use
 */
public record Usage(Span whole, List<Span> hours) {

    public static final int DAY = 24;

    /**
     * What was counted between two moments.
     *
     * @param p50 so long took the faster half of the answers at most; null: there were none
     * @param p99 so long took all but the slowest hundredth
     */
    public record Span(
            Instant from,
            Instant to,
            Calls calls,
            @Nullable Duration p50,
            @Nullable Duration p99) {

        static Span of(Instant from, Instant to, Collection<UsageHour> counted) {
            var calls = counted.stream().map(UsageHour::calls).reduce(Calls.NONE, Calls::plus);
            var durations = Durations.sum(counted.stream().map(UsageHour::durations));
            return new Span(from, to, calls, durations.percentile(50), durations.percentile(99));
        }
    }

    public Usage {
        hours = List.copyOf(hours);
    }

    /** The beginning of the first of the last so many hours. */
    static Instant from(Instant now, int hours) {
        return UsageHour.hourOf(now).minus(hours - 1L, ChronoUnit.HOURS);
    }

    static Usage of(Collection<UsageHour> counted, Instant now, int hours) {
        var from = from(now, hours);
        var byHour = counted.stream().collect(Collectors.groupingBy(UsageHour::hour));
        return new Usage(
                Span.of(from, now, counted),
                IntStream.range(0, hours)
                        .mapToObj(number -> from.plus(number, ChronoUnit.HOURS))
                        .map(hour -> Span.of(hour, endOf(hour, now), byHour.getOrDefault(hour, List.of())))
                        .toList());
    }

    private static Instant endOf(Instant hour, Instant now) {
        var end = hour.plus(1, ChronoUnit.HOURS);
        return end.isBefore(now) ? end : now;
    }
}
