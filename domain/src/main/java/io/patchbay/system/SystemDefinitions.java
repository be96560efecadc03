package io.patchbay.system;

import java.util.List;
import java.util.Optional;

/** All systems that Patchbay knows. Implementations are thread-safe and keep everything in memory. */
public interface SystemDefinitions {

    Optional<SystemDefinition> find(SystemId id);

    /** All of them, by name. */
    List<SystemDefinition> all();

    /** By the slug as somebody wrote it; empty too for what is no slug. */
    default Optional<SystemDefinition> find(String slug) {
        return all().stream().filter(system -> system.id().slug().equals(slug)).findFirst();
    }
}
