package io.patchbay.identity;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies a person, for ever. */
public record PersonId(UUID value) {

    /** An id that nothing else has. */
    public static PersonId next() {
        return new PersonId(Ids.next());
    }
}
