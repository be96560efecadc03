package io.patchbay.instance;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.system.SystemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instances of companies. */
public interface Instances {

    Optional<Instance> find(CompanyId company, AccessId id);

    /** Those of these instances that the company has, in no particular order and in one statement. */
    List<Instance> findAll(CompanyId company, Collection<AccessId> ids);

    /** At most {@code limit} instances of the system, the oldest first. */
    List<Instance> ofSystem(CompanyId company, SystemId system, int limit);

    /**
     * Returns the instance as it is now stored, with its new version.
     *
     * @throws io.patchbay.shared.Contended where its row changed or its system was uninstalled meanwhile
     */
    Instance save(Instance instance);

    void remove(Instance instance);

    /** In any order, newest first unless told. */
    Page<Instance> page(CompanyId company, AccessSearch search, Page.Request request);

    Count count(CompanyId company, AccessSearch search);

    /** How many there are by status; statuses without any are left out. */
    Map<AccessStatus, Count> countByStatus(CompanyId company);
}
