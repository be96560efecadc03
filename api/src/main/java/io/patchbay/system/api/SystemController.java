package io.patchbay.system.api;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class SystemController implements NodeSource {

    private final SystemDefinitions systems;

    SystemController(SystemDefinitions systems) {
        this.systems = systems;
    }

    @QueryMapping
    @Nullable
    SystemDefinition system(@Argument String slug) {
        return systems.find(slug).orElse(null);
    }

    @Override
    public NodeType type() {
        return NodeType.SYSTEM;
    }

    @Override
    public Optional<SystemDefinition> find(GlobalId id) {
        return systems.find(id.name());
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        var found = new HashMap<GlobalId, SystemDefinition>();
        ids.forEach(id -> find(id).ifPresent(system -> found.put(id, system)));
        return found;
    }
}
