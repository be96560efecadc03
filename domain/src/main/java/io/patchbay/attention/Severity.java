package io.patchbay.attention;

import io.patchbay.access.SystemAccess;
import java.util.Optional;

/** How bad it is that something needs attention, the worst first; the database's trigger knows the same names. */
public enum Severity {
    /** The system refuses the credentials, or took back what it had granted. Nothing works until a person acts. */
    SHUT_OUT,
    /** The system gives no answer that means anything. It may pass by itself. */
    UNREACHABLE,
    /** It works, but not all of it: a permission is missing, or the system asks for patience. */
    LIMITED,
    /** Nobody has ever tried these credentials. Worth a look once that has been so for long. */
    UNTRIED;

    /** What there is to say about an access as last seen; empty where all is well. */
    public static Optional<Severity> of(SystemAccess access) {
        var check = access.lastCheck();
        return switch (access.status()) {
            case FAILED_AUTHENTICATION, NEEDS_RECONNECT -> Optional.of(SHUT_OUT);
            case SYSTEM_UNREACHABLE -> Optional.of(UNREACHABLE);
            case OPERATIONAL -> check == null || check.reason() == null ? Optional.empty() : Optional.of(LIMITED);
            case NOT_CHECKED -> Optional.of(UNTRIED);
        };
    }
}
