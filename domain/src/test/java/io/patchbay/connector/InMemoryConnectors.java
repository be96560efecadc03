package io.patchbay.connector;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.InMemoryAccess;
import io.patchbay.access.StatusChange;
import io.patchbay.access.SystemAccess;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Connectors in memory; a place is taken once, as in the database. */
public class InMemoryConnectors implements Connectors {

    private final Map<AccessId, Connector> saved = new HashMap<>();
    private Consumer<StatusChange> listener = change -> {};
    private final CompanyGroups groups;

    public InMemoryConnectors(CompanyGroups groups) {
        this.groups = groups;
    }

    @Override
    public Optional<Connector> find(CompanyId company, AccessId id) {
        return Optional.ofNullable(saved.get(id))
                .filter(connector -> connector.access().companyId().equals(company));
    }

    @Override
    public List<ConnectorSummary> findAll(CompanyId company, Collection<AccessId> ids) {
        return ids.stream()
                .flatMap(id -> find(company, id).stream())
                .map(connector -> new ConnectorSummary(
                        connector, groups.find(company, connector.group()).orElseThrow()))
                .toList();
    }

    @Override
    public Optional<Connector> at(CompanyId company, Placement placement) {
        return saved.values().stream()
                .filter(connector -> connector.access().companyId().equals(company))
                .filter(connector -> connector.placement().equals(placement))
                .findFirst();
    }

    @Override
    public List<Connector> inGroup(CompanyId company, CompanyGroupId group, int limit) {
        return saved.values().stream()
                .filter(connector -> connector.access().companyId().equals(company))
                .filter(connector -> connector.group().equals(group))
                .sorted(Comparator.comparing(connector -> connector.id().value().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public Connector save(Connector connector) {
        at(connector.access().companyId(), connector.placement())
                .filter(other -> !other.id().equals(connector.id()))
                .ifPresent(other -> {
                    throw new Contended("the place is taken", new IllegalStateException());
                });
        var before = saved.get(connector.id());
        InMemoryAccess.refuseStale(before == null ? 0 : before.version(), connector.version());
        var stored = connector.with(InMemoryAccess.nextVersion(connector.access()));
        saved.put(stored.id(), stored);
        tell(stored.access());
        return stored;
    }

    @Override
    public void remove(Connector connector) {
        saved.remove(connector.id());
        tell(connector.access());
    }

    /** Keeps a check, as {@code AccessChecks} would. */
    public boolean record(SystemAccess checked, Check result) {
        var connector = saved.get(checked.id());
        var kept = connector != null && connector.access().credentials().equals(checked.credentials());
        if (kept) {
            saved.put(checked.id(), connector.with(connector.access().checked(result)));
            tell(checked);
        }
        return kept;
    }

    /** Tells somebody of what changes, as the database would. */
    public void telling(Consumer<StatusChange> listener) {
        this.listener = listener;
    }

    private void tell(SystemAccess access) {
        listener.accept(new StatusChange(access.companyId(), access.id(), AccessKind.CONNECTOR));
    }

    @Override
    public Page<ConnectorSummary> page(CompanyId company, ConnectorSearch search, Page.Request request) {
        return InMemoryPages.page(
                        matching(company, search),
                        (connector, order) -> connector.access().place(order),
                        request)
                .map(connector -> new ConnectorSummary(
                        connector, groups.find(company, connector.group()).orElseThrow()));
    }

    @Override
    public Count count(CompanyId company, ConnectorSearch search) {
        return Count.of(matching(company, search).size());
    }

    @Override
    public Map<AccessStatus, Count> countByStatus(CompanyId company) {
        return InMemoryAccess.byStatus(matching(company, ConnectorSearch.ANY).stream()
                .map(Connector::access)
                .toList());
    }

    private List<Connector> matching(CompanyId company, ConnectorSearch search) {
        return saved.values().stream()
                .filter(connector -> connector.access().companyId().equals(company))
                .filter(connector -> search.group() == null || connector.group().equals(search.group()))
                .filter(connector -> InMemoryAccess.matches(connector.access(), search.access()))
                .toList();
    }
}
