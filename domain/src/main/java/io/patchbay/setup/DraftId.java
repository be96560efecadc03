package io.patchbay.setup;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies an unfinished wizard. */
public record DraftId(UUID value) {

    /** An id that nothing else has. */
    public static DraftId next() {
        return new DraftId(Ids.next());
    }
}
