package io.patchbay.access;

/** Whether a system lets us in, as last seen. */
public enum AccessStatus {
    /** Nobody has tried yet. */
    NOT_CHECKED,
    /** The system answered and accepted the credentials. */
    OPERATIONAL,
    /** No answer that means anything. */
    SYSTEM_UNREACHABLE,
    /** The system answered and refused the credentials. */
    FAILED_AUTHENTICATION,
    /** The grant is gone; a person has to connect again. */
    NEEDS_RECONNECT
}
