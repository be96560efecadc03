package io.patchbay.company;

import io.patchbay.shared.Ids;
import java.util.UUID;

/** Identifies a company group, for ever. */
public record CompanyGroupId(UUID value) {

    /** An id that nothing else has. */
    public static CompanyGroupId next() {
        return new CompanyGroupId(Ids.next());
    }
}
