package io.patchbay.limit;

import io.patchbay.system.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits that requests are under. Both hold where there are two: a lower rate over a longer span would allow more at
 * once than the system takes.
 *
 * @param usual the system's default; null: its vendor names none
 * @param own what an instance was limited to; null: nothing
 */
public record LimitsInForce(
        @Nullable RateLimit usual, @Nullable RateLimit own) {

    /** No limit at all. */
    public static final LimitsInForce NONE = new LimitsInForce(null, null);

    public List<RateLimit> all() {
        return Stream.of(usual, own).filter(Objects::nonNull).distinct().toList();
    }

    public boolean none() {
        return usual == null && own == null;
    }

    /** The one that holds requests back first, in the long run; null: there is none. */
    public @Nullable RateLimit tightest() {
        if (usual == null || own == null) {
            return usual == null ? own : usual;
        }
        return own.allowsMoreThan(usual) ? usual : own;
    }

    /** From one request to the next when there are as many as may be. */
    Duration pace() {
        return all().stream()
                .map(limit -> limit.per().span().dividedBy(limit.requests()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Duration longestSpan() {
        return all().stream()
                .map(limit -> limit.per().span())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Duration shortestSpan() {
        return all().stream()
                .map(limit -> limit.per().span())
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
