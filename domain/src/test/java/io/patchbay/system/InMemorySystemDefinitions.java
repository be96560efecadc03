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

    /** As if its definition had never been in the library. */
    public void forget(SystemId id) {
        systems.removeIf(system -> system.id().equals(id));
    }

    /** Adds one to the library. */
    public void learn(SystemDefinition system) {
        systems.add(system);
        systems.sort(Comparator.comparing(SystemDefinition::name));
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
