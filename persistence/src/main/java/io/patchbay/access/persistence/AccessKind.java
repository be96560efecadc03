package io.patchbay.access.persistence;

import org.springframework.modulith.NamedInterface;

/** What a row of the shared table is; the table's {@code check} constraint knows the same names. */
@NamedInterface("persistence")
public enum AccessKind {
    CONNECTOR,
    INSTANCE
}
