package io.patchbay.credential;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies a stored secret for its whole life, whoever points to it. */
public record SecretId(UUID value) {

    /** An id that nothing else has. */
    public static SecretId next() {
        return new SecretId(Ids.next());
    }
}
