package io.patchbay.system.marketplace;

import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The systems that Patchbay brings along. The build has checked them; loading only reads what it packed. */
public final class PrebuiltSystems implements SystemDefinitions {

    private final List<SystemDefinition> byName;
    private final Map<SystemId, SystemDefinition> byId;

    PrebuiltSystems(Stream<SystemDefinition> systems) {
        this.byName = systems.sorted(Comparator.comparing(SystemDefinition::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        this.byId = byName.stream().collect(Collectors.toUnmodifiableMap(SystemDefinition::id, Function.identity()));
    }

    /** Reads them from the class path. */
    public static PrebuiltSystems load() {
        try (var in = PrebuiltSystems.class.getResourceAsStream("/" + PackedSystem.FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        PackedSystem.FILE + " is not on the class path: the build's process-classes phase makes it");
            }
            var packed = JsonMapper.shared().readValue(in, PackedSystem[].class);
            return new PrebuiltSystems(Stream.of(packed).map(DefinitionReader::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<SystemDefinition> find(SystemId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<SystemDefinition> all() {
        return byName;
    }
}
