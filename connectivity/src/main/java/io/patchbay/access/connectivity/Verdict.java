package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange says about an access.
 *
 * @param latency null: there was no answer
 * @param passing whether the same request may come out better when it is sent once more
 */
record Verdict(
        AccessStatus status,
        @Nullable CheckReason reason,
        @Nullable Duration latency,
        boolean passing) {

    Verdict(AccessStatus status, @Nullable CheckReason reason) {
        this(status, reason, null, false);
    }

    /** The values have not the form that the method needs. */
    static Verdict unusable() {
        return new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_UNUSABLE);
    }

    Verdict after(Duration time) {
        return new Verdict(status, reason, time, passing);
    }
}
