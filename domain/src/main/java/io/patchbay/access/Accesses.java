package io.patchbay.access;

import io.patchbay.shared.CompanyId;
import java.util.Optional;

/** Connectors and instances, for whom it makes no difference which of the two. */
public interface Accesses {

    Optional<SystemAccess> find(CompanyId company, AccessId id);
}
