package io.patchbay.access;

/** Which of the two an access is; the database's constraint knows the same names. */
public enum AccessKind {
    CONNECTOR,
    INSTANCE
}
