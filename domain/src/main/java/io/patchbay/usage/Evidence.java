package io.patchbay.usage;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Use;

/** What one use says about its access, whatever else is known of it (decision 0025). */
public sealed interface Evidence {

    /** The system did what was asked, so it answers and accepts the credentials. */
    record Proof() implements Evidence {}

    /** The system answered, which says nothing about the credentials. */
    record Life() implements Evidence {}

    /** The system answered that it is in trouble, or whoever stands in front of it did. */
    record Trouble() implements Evidence {}

    /** The system was not reached, or did not accept the credentials. */
    record Failure(AccessStatus status, CheckReason reason) implements Evidence {}

    /** What a use that ended like that says. */
    static Evidence of(Use.Ending ending) {
        return switch (ending) {
            case Use.Answered(var status) -> ofStatus(status);
            case Use.Failed(var reason) -> ofFailure(reason);
        };
    }

    private static Evidence ofStatus(int status) {
        if (status == 401) {
            return new Failure(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED);
        }
        if (status >= 500) {
            return new Trouble();
        }
        // Not modified is a yes. Any other redirect may lead to a login page.
        return (status >= 200 && status < 300) || status == 304 ? new Proof() : new Life();
    }

    private static Evidence ofFailure(CheckReason reason) {
        return switch (reason) {
            case DNS,
                    REFUSED,
                    TIMEOUT,
                    ADDRESS_FORBIDDEN,
                    TLS_EXPIRED,
                    TLS_NAME,
                    TLS_UNTRUSTED,
                    TLS,
                    HTTP_STATUS,
                    UNEXPECTED_ANSWER -> new Failure(AccessStatus.SYSTEM_UNREACHABLE, reason);
            case CREDENTIALS_REFUSED, CLOCK, WRONG_ENVIRONMENT, CREDENTIALS_UNUSABLE ->
                new Failure(AccessStatus.FAILED_AUTHENTICATION, reason);
            case GRANT_GONE, REFRESH_ANSWER_LOST, KEY_MISSING -> new Failure(AccessStatus.NEEDS_RECONNECT, reason);
            case PERMISSION, RATE_LIMITED -> new Life();
        };
    }
}
