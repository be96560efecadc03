package io.patchbay.instance;

import io.patchbay.shared.CompanyId;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Installed systems in memory. */
public class InMemoryInstalledSystems implements InstalledSystems {

    private final Map<CompanyId, Set<SystemId>> installed = new HashMap<>();

    @Override
    public Set<SystemId> all(CompanyId company) {
        return Set.copyOf(installed.getOrDefault(company, Set.of()));
    }

    @Override
    public boolean lock(CompanyId company, SystemId system) {
        return all(company).contains(system);
    }

    @Override
    public void add(CompanyId company, SystemId system, Instant now) {
        installed.computeIfAbsent(company, nobody -> new HashSet<>()).add(system);
    }

    @Override
    public void remove(CompanyId company, SystemId system) {
        installed.getOrDefault(company, new HashSet<>()).remove(system);
    }
}
