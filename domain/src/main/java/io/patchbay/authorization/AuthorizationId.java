package io.patchbay.authorization;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies one attempt to connect by redirect. */
public record AuthorizationId(UUID value) {

    /** An id that nothing else has. */
    public static AuthorizationId next() {
        return new AuthorizationId(Ids.next());
    }
}
