package io.patchbay.connector;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connectors of companies. */
public interface Connectors {

    Optional<Connector> find(CompanyId company, AccessId id);

    /** The connector together with its group, in one statement. */
    default Optional<ConnectorSummary> findWithGroup(CompanyId company, AccessId id) {
        return findAll(company, List.of(id)).stream().findFirst();
    }

    /** Those of these connectors that the company has, each with its group, in no particular order and in one statement. */
    List<ConnectorSummary> findAll(CompanyId company, Collection<AccessId> ids);

    /** The connector that takes this place. */
    Optional<Connector> at(CompanyId company, Placement placement);

    /** At most {@code limit} connectors of the group, the oldest first. */
    List<Connector> inGroup(CompanyId company, CompanyGroupId group, int limit);

    /**
     * Returns the connector as it is now stored, with its new version.
     *
     * @throws io.patchbay.shared.Contended where its place was taken or its row changed meanwhile
     */
    Connector save(Connector connector);

    void remove(Connector connector);

    /** In any order, newest first unless told; each with its group, in one statement. */
    Page<ConnectorSummary> page(CompanyId company, ConnectorSearch search, Page.Request request);

    Count count(CompanyId company, ConnectorSearch search);

    /** How many there are by status; statuses without any are left out. */
    Map<AccessStatus, Count> countByStatus(CompanyId company);
}
