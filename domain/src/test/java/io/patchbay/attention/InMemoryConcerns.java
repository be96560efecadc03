package io.patchbay.attention;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.SystemAccess;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.connector.InMemoryConnectors;
import io.patchbay.instance.InMemoryInstances;
import io.patchbay.instance.Instance;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What needs attention among the connectors and instances in memory, as the database's trigger would note it. */
public class InMemoryConcerns implements Concerns {

    private final InMemoryConnectors connectors;
    private final InMemoryInstances instances;

    public InMemoryConcerns(InMemoryConnectors connectors, InMemoryInstances instances) {
        this.connectors = connectors;
        this.instances = instances;
    }

    @Override
    public Page<Noted> page(CompanyId company, ConcernSearch search, Instant untriedBefore, Page.Request request) {
        return InMemoryPages.page(
                matching(company, search, untriedBefore),
                (noted, order) -> Concerns.place(noted.id(), noted.severity(), noted.since()),
                request);
    }

    @Override
    public Count count(CompanyId company, ConcernSearch search, Instant untriedBefore) {
        return Count.of(matching(company, search, untriedBefore).size());
    }

    private List<Noted> matching(CompanyId company, ConcernSearch search, Instant untriedBefore) {
        var whole = Page.Request.first(Page.Request.MAX_SIZE);
        var ofConnectors =
                connectors.page(company, new ConnectorSearch(wanted(search), search.group()), whole).items().stream()
                        .map(ConnectorSummary::access)
                        .map(access -> noted(AccessKind.CONNECTOR, access));
        var ofInstances = search.group() != null
                ? Stream.<Optional<Noted>>empty()
                : instances.page(company, wanted(search), whole).items().stream()
                        .map(Instance::access)
                        .map(access -> noted(AccessKind.INSTANCE, access));
        return Stream.concat(ofConnectors, ofInstances)
                .flatMap(Optional::stream)
                .filter(noted -> search.kind() == null || search.kind() == noted.kind())
                .filter(noted ->
                        noted.severity() != Severity.UNTRIED || noted.since().isBefore(untriedBefore))
                .toList();
    }

    private static AccessSearch wanted(ConcernSearch search) {
        return new AccessSearch(search.environment(), search.systemSlug(), null, Set.of());
    }

    private static Optional<Noted> noted(AccessKind kind, SystemAccess access) {
        var check = access.lastCheck();
        return Severity.of(access)
                .map(severity ->
                        new Noted(kind, access.id(), severity, check == null ? access.updatedAt() : check.checkedAt()));
    }
}
