package io.patchbay.persistence;

/** Patchbay was asked to stop while its database was being brought up to date. */
public final class MigrationStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationStopped(Throwable cause) {
        super(
                "Patchbay was asked to stop while the database was being brought up to date; the next start does that step again",
                cause);
    }
}
