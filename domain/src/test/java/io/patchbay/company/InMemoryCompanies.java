package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Companies in memory. */
public class InMemoryCompanies implements Companies {

    private final Map<CompanyId, Company> saved = new LinkedHashMap<>();

    @Override
    public Optional<Company> find(CompanyId id) {
        return Optional.ofNullable(saved.get(id));
    }

    @Override
    public boolean none() {
        return saved.isEmpty();
    }

    @Override
    public boolean isFirst(CompanyId id) {
        return saved.keySet().stream().findFirst().filter(id::equals).isPresent();
    }

    @Override
    public void lockForRegistration() {
        // Nobody else is here.
    }

    @Override
    public Company save(Company company) {
        var stored = new Company(company.id(), company.version() + 1, company.name());
        saved.put(stored.id(), stored);
        return stored;
    }
}
