package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Company groups in memory. */
public class InMemoryCompanyGroups implements CompanyGroups {

    private final Map<CompanyGroupId, CompanyGroup> saved = new HashMap<>();

    @Override
    public Optional<CompanyGroup> find(CompanyId company, CompanyGroupId id) {
        return Optional.ofNullable(saved.get(id))
                .filter(group -> group.companyId().equals(company));
    }

    @Override
    public List<CompanyGroup> findAll(CompanyId company, Collection<CompanyGroupId> ids) {
        return ids.stream().flatMap(id -> find(company, id).stream()).toList();
    }

    @Override
    public Optional<CompanyGroup> lock(CompanyId company, CompanyGroupId id) {
        return find(company, id);
    }

    @Override
    public Optional<CompanyGroup> named(CompanyId company, Name name) {
        return of(company, null).stream()
                .filter(group -> group.name().value().equalsIgnoreCase(name.value()))
                .findFirst();
    }

    @Override
    public Optional<CompanyGroup> only(CompanyId company) {
        var all = of(company, null);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    @Override
    public Page<CompanyGroup> page(CompanyId company, @Nullable String search, Page.Request request) {
        return InMemoryPages.page(of(company, search), CompanyGroup::place, request);
    }

    @Override
    public Count count(CompanyId company, @Nullable String search) {
        return Count.of(of(company, search).size());
    }

    @Override
    public CompanyGroup save(CompanyGroup group) {
        var stored =
                new CompanyGroup(group.id(), group.version() + 1, group.companyId(), group.name(), group.createdAt());
        saved.put(stored.id(), stored);
        return stored;
    }

    @Override
    public void remove(CompanyGroup group) {
        saved.remove(group.id());
    }

    private List<CompanyGroup> of(CompanyId company, @Nullable String search) {
        return saved.values().stream()
                .filter(group -> group.companyId().equals(company))
                .filter(group -> search == null
                        || group.name().value().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
