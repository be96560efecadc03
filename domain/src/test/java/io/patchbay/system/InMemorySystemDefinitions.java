package io.patchbay.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Systems in memory. */
public class InMemorySystemDefinitions implements SystemDefinitions {

    private final List<SystemDefinition> systems = new ArrayList<>();

    public InMemorySystemDefinitions(SystemDefinition... systems) {
        this.systems.addAll(List.of(systems));
        this.systems.sort(Comparator.comparing(SystemDefinition::name));
    }

    @Override
    public Optional<SystemDefinition> find(SystemId id) {
        return systems.stream().filter(system -> system.id().equals(id)).findFirst();
    }

    @Override
    public List<SystemDefinition> all() {
        return List.copyOf(systems);
    }
}
