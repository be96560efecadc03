package io.patchbay.usage.api;

import io.patchbay.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted between two moments, as clients see it; an hour has no hours of its own. */
record UsageFigures(
        Instant from,
        Instant to,
        int calls,
        int errors,
        int unanswered,
        int clientErrors,
        int serverErrors,
        @Nullable Double p50Ms,
        @Nullable Double p99Ms,
        List<UsageFigures> hours) {

    static UsageFigures of(Usage usage) {
        return of(
                usage.whole(),
                usage.hours().stream().map(hour -> of(hour, List.of())).toList());
    }

    private static UsageFigures of(Usage.Span span, List<UsageFigures> hours) {
        var calls = span.calls();
        return new UsageFigures(
                span.from(),
                span.to(),
                number(calls.all()),
                number(calls.errors()),
                number(calls.unanswered()),
                number(calls.clientErrors()),
                number(calls.serverErrors()),
                millis(span.p50()),
                millis(span.p99()),
                hours);
    }

    /** GraphQL's integers end there. */
    private static int number(long count) {
        return Math.clamp(count, 0, Integer.MAX_VALUE);
    }

    /** To a tenth, because what is kept is no more exact. */
    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : Math.round(duration.toNanos() / 100_000.0) / 10.0;
    }
}
