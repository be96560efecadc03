package io.patchbay.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a system whether it answers and accepts the credentials.
 *
 * @param status never {@link AccessStatus#NOT_CHECKED}
 * @param reason null: all is well, and there is nothing to say
 * @param hint the definition's own sentence for this reason
 * @param latency from the first byte sent to the answer; null: there was none
 * @param retryAfter how long the system asked to be left alone; known right after the check only; null: it did not ask
 */
public record Check(
        AccessStatus status,
        @Nullable CheckReason reason,
        @Nullable String hint,
        @Nullable Duration latency,
        Instant checkedAt,
        @Nullable Duration retryAfter) {

    /** A result that was kept, or one whose system asked for no patience. */
    public Check(
            AccessStatus status,
            @Nullable CheckReason reason,
            @Nullable String hint,
            @Nullable Duration latency,
            Instant checkedAt) {
        this(status, reason, hint, latency, checkedAt, null);
    }

    public Check {
        if (status == AccessStatus.NOT_CHECKED) {
            throw new IllegalArgumentException("A check has a result");
        }
    }

    /** The same result with the definition's advice, if there is one. */
    public Check with(@Nullable String advice) {
        return new Check(status, reason, advice, latency, checkedAt, retryAfter);
    }
}
