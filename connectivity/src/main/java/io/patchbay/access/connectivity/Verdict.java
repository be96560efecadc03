package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange says about an access.
 *
 * @param latency null: there was no answer
 * @param retryAfter how long the system asks to be left alone; null: it does not
 * @param passing whether the same request may come out better when it is sent once more
 */
record Verdict(
        AccessStatus status,
        @Nullable CheckReason reason,
        @Nullable Duration latency,
        @Nullable Duration retryAfter,
        boolean passing) {

    Verdict(AccessStatus status, @Nullable CheckReason reason) {
        this(status, reason, null, null, false);
    }

    /** The values have not the form that the method needs. */
    static Verdict unusable() {
        return new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_UNUSABLE);
    }

    Verdict after(Duration time) {
        return new Verdict(status, reason, time, retryAfter, passing);
    }

    Verdict notBefore(@Nullable Duration wait) {
        return new Verdict(status, reason, latency, wait, passing);
    }
}
