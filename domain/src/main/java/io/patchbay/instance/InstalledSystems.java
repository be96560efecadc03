package io.patchbay.instance;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.Set;

/** Which systems a company has installed to make instances of. */
public interface InstalledSystems {

    Set<SystemId> all(CompanyId company);

    /** Whether it is installed; keeps it so until this transaction ends. */
    boolean lock(CompanyId company, SystemId system);

    /** That it is installed; it stays so until this transaction ends. */
    default Outcome<SystemDefinition> require(CompanyId company, SystemDefinition system) {
        return lock(company, system.id())
                ? Outcome.done(system)
                : Outcome.refused(InvalidInput.of(
                        RefusalCode.SYSTEM_NOT_INSTALLED, "systemSlug", "system.not-installed", system.name()));
    }

    /** Installing twice is no mistake. */
    void add(CompanyId company, SystemId system, Instant now);

    void remove(CompanyId company, SystemId system);
}
