package io.patchbay.shared;

import java.util.UUID;

/** Identifies a company, for ever. */
public record CompanyId(UUID value) {

    /** An id that nothing else has. */
    public static CompanyId next() {
        return new CompanyId(Ids.next());
    }
}
