package io.patchbay.identity;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies an API token; not the token itself. */
public record ApiTokenId(UUID value) {

    /** An id that nothing else has. */
    public static ApiTokenId next() {
        return new ApiTokenId(Ids.next());
    }
}
