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
 */
public record Check(
        AccessStatus status,
        @Nullable CheckReason reason,
        @Nullable String hint,
        @Nullable Duration latency,
        Instant checkedAt) {

    public Check {
        if (status == AccessStatus.NOT_CHECKED) {
            throw new IllegalArgumentException("A check has a result");
        }
    }

    /** The same result with the definition's advice, if there is one. */
    public Check with(@Nullable String advice) {
        return new Check(status, reason, advice, latency, checkedAt);
    }
}
