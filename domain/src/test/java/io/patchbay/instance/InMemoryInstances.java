package io.patchbay.instance;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.InMemoryAccess;
import io.patchbay.access.StatusChange;
import io.patchbay.access.SystemAccess;
import io.patchbay.limit.LimitKey;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Page;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Instances in memory. */
public class InMemoryInstances implements Instances {

    private final Map<AccessId, Instance> saved = new HashMap<>();
    private Consumer<StatusChange> listener = change -> {};

    @Override
    public Optional<Instance> find(CompanyId company, AccessId id) {
        return Optional.ofNullable(saved.get(id))
                .filter(instance -> instance.access().companyId().equals(company));
    }

    @Override
    public List<Instance> findAll(CompanyId company, Collection<AccessId> ids) {
        return ids.stream().flatMap(id -> find(company, id).stream()).toList();
    }

    @Override
    public List<Instance> ofSystem(CompanyId company, SystemId system, int limit) {
        return matching(company, AccessSearch.of(system.slug())).stream()
                .sorted(Comparator.comparing(instance -> instance.id().value().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public Instance save(Instance instance) {
        var before = saved.get(instance.id());
        InMemoryAccess.refuseStale(before == null ? 0 : before.version(), instance.version());
        var stored = instance.with(InMemoryAccess.nextVersion(instance.access()));
        saved.put(stored.id(), stored);
        tell(stored.access());
        return stored;
    }

    /** What the instance with these credentials was limited to. */
    public Optional<RateLimit> ownLimit(LimitKey key) {
        return saved.values().stream()
                .filter(instance -> LimitKey.of(
                                instance.access().companyId(), instance.access().credentials())
                        .equals(key))
                .findFirst()
                .map(Instance::rateLimit);
    }

    @Override
    public void remove(Instance instance) {
        saved.remove(instance.id());
        tell(instance.access());
    }

    /** Keeps a check, as {@code AccessChecks} would. */
    public boolean record(SystemAccess checked, Check result) {
        var instance = saved.get(checked.id());
        var kept = instance != null && instance.access().credentials().equals(checked.credentials());
        if (kept) {
            saved.put(checked.id(), instance.with(instance.access().checked(result)));
            tell(checked);
        }
        return kept;
    }

    /** Tells somebody of what changes, as the database would. */
    public void telling(Consumer<StatusChange> listener) {
        this.listener = listener;
    }

    private void tell(SystemAccess access) {
        listener.accept(new StatusChange(access.companyId(), access.id(), AccessKind.INSTANCE));
    }

    @Override
    public Page<Instance> page(CompanyId company, AccessSearch search, Page.Request request) {
        return InMemoryPages.page(
                matching(company, search),
                (instance, order) -> instance.access().place(order),
                request);
    }

    @Override
    public Count count(CompanyId company, AccessSearch search) {
        return Count.of(matching(company, search).size());
    }

    @Override
    public Map<AccessStatus, Count> countByStatus(CompanyId company) {
        return InMemoryAccess.byStatus(matching(company, AccessSearch.ANY).stream()
                .map(Instance::access)
                .toList());
    }

    private List<Instance> matching(CompanyId company, AccessSearch search) {
        return saved.values().stream()
                .filter(instance -> instance.access().companyId().equals(company))
                .filter(instance -> InMemoryAccess.matches(instance.access(), search))
                .toList();
    }
}
