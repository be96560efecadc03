package io.patchbay.system.marketplace;

import io.patchbay.system.marketplace.BadSystemDefinition.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The folders of all systems, as people write them: one folder per system. */
final class SystemFolders {

    private static final String DEFINITION = "system.yaml";
    private static final String PREREQUISITES = "prerequisites.md";
    private static final Set<String> FILES = Set.of(DEFINITION, PREREQUISITES);

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SimpleIcons icons = SimpleIcons.onClassPath();
    private final SchemaRule schema = SchemaRule.published();
    private final List<Problem> problems = new ArrayList<>();

    private SystemFolders() {}

    /**
     * Reads and checks them all.
     *
     * @throws BadSystemDefinition with everything that is wrong in any of them
     */
    static List<PackedSystem> read(Path root) {
        var folders = new SystemFolders();
        var systems = list(root).stream()
                .flatMap(folder -> folders.readOne(folder).stream())
                .toList();
        if (!folders.problems.isEmpty()) {
            throw new BadSystemDefinition(folders.problems);
        }
        return systems;
    }

    private Optional<PackedSystem> readOne(Path folder) {
        noteStrangers(folder);
        var name = folder.getFileName().toString();
        var findings = new Findings(name + "/" + DEFINITION);
        var definition = parse(folder.resolve(DEFINITION), findings);
        definition.ifPresent(found -> {
            schema.check(found, findings);
            new SystemRules(found, findings).check(name, icons);
        });
        problems.addAll(findings.problems());
        return findings.problems().isEmpty() ? definition.map(found -> pack(found, folder)) : Optional.empty();
    }

    private PackedSystem pack(JsonNode system, Path folder) {
        var icon = SystemIcon.draw(
                Nodes.text(system, "name"),
                Nodes.text(system, "colour"),
                Nodes.optional(system, "icon").flatMap(icons::path));
        return new PackedSystem(system, prerequisites(folder.resolve(PREREQUISITES)), icon);
    }

    private Optional<JsonNode> parse(Path file, Findings findings) {
        if (!Files.isRegularFile(file)) {
            findings.add("", "is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(yaml.readTree(file));
        } catch (JacksonException e) {
            findings.add("", "is no YAML, line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static String prerequisites(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void noteStrangers(Path folder) {
        list(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> !FILES.contains(file))
                .forEach(file ->
                        problems.add(new Problem(folder.getFileName() + "/" + file, "", "is no part of a definition")));
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
