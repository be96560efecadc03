package io.patchbay.credential;

import io.patchbay.shared.Ids;
import java.util.UUID;

/**
 * Identifies one set of credentials, whoever points to it: a draft, and the connector or instance that is made of it. Another
 * set has another id, so what hangs on the id, such as tokens, is never used with values that it was not got for.
 */
public record CredentialsId(UUID value) {

    /** An id that nothing else has. */
    public static CredentialsId next() {
        return new CredentialsId(Ids.next());
    }
}
