package io.patchbay.postgres.persistence;

import java.security.SecureRandom;
import java.util.Base64;

/** A password that cannot be printed by accident. */
public final class DatabasePassword {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String value;

    DatabasePassword(String value) {
        this.value = value;
    }

    static DatabasePassword random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DatabasePassword(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The characters themselves, for the driver that logs in with them. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "DatabasePassword[hidden]";
    }
}
