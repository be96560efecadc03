package io.patchbay.access;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies a connector or an instance, for ever. */
public record AccessId(UUID value) {

    /** An id that nothing else has. */
    public static AccessId next() {
        return new AccessId(Ids.next());
    }
}
