package io.patchbay.system;

import org.jspecify.annotations.Nullable;

/**
 * Where a vendor says in each answer how many requests are left.
 *
 * @param header the one with the number
 * @param counts what the number is
 * @param per the span that it is about; null: one that is none of ours, so it only matters when nothing is left
 * @param reset the header that says when all of them are there again; null: the span says it
 * @param resetIs how that is written
 */
public record LimitHeaders(
        String header,
        Counts counts,
        RateLimit.@Nullable Unit per,
        @Nullable String reset,
        ResetForm resetIs) {

    /** What a header counts. */
    public enum Counts {
        /** What is left, as a number. */
        REMAINING,
        /** What was used and how much there is, as in {@code 32/40}. */
        USED_OF_ALL
    }

    /** How vendors write when a span ends. */
    public enum ResetForm {
        EPOCH_SECONDS,
        EPOCH_MILLISECONDS,
        SECONDS_TO_GO,
        MILLISECONDS_TO_GO,
        HTTP_DATE,
        ISO_8601
    }

    /** Headers about a span that is none of ours. */
    public LimitHeaders(String header, Counts counts, @Nullable String reset, ResetForm resetIs) {
        this(header, counts, null, reset, resetIs);
    }

    public LimitHeaders {
        if (per == null && reset == null) {
            throw new IllegalArgumentException("Neither a span nor a header says when there are requests again");
        }
    }
}
