package io.patchbay.system.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BadSystemDefinitionTests {

    @TempDir
    Path folders;

    @Test
    void readsAGoodDefinition() throws IOException {
        write("good-system", good());

        assertThat(SystemFolders.read(folders)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/bad-systems.csv", delimiter = '|', numLinesToSkip = 1)
    void namesFilePathAndReasonOfABadDefinition(String right, String wrong, String path, String reason)
            throws IOException {
        assertThat(good()).contains(right);
        write("good-system", good().replace(right, Objects.requireNonNullElse(wrong, "")));

        var bad = catchThrowableOfType(BadSystemDefinition.class, () -> SystemFolders.read(folders));

        assertThat(bad).hasMessageContaining("good-system/system.yaml" + (path.isEmpty() ? "" : " " + path) + ": ");
        assertThat(bad.problems()).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void namesAllProblemsOfAllFilesAtOnce() throws IOException {
        write("first-system", good().replace("good-system", "first-system").replace("#123456", "blue"));
        write("second-system", good().replace("Europe/London", "London").replace("category: OTHER", "category: TOY"));

        assertThatThrownBy(() -> SystemFolders.read(folders))
                .hasMessageContaining("first-system/system.yaml /colour")
                .hasMessageContaining("second-system/system.yaml /slug")
                .hasMessageContaining("second-system/system.yaml /defaults/timeZone")
                .hasMessageContaining("second-system/system.yaml /category");
    }

    @Test
    void namesTheLineThatIsNoYaml() throws IOException {
        write("good-system", "format: [\n");

        assertThatThrownBy(() -> SystemFolders.read(folders))
                .hasMessageContaining("good-system/system.yaml: is no YAML, line ");
    }

    @Test
    void namesAKeyThatIsWrittenTwice() throws IOException {
        write("good-system", good() + "slug: good-system\n");

        assertThatThrownBy(() -> SystemFolders.read(folders))
                .hasMessageContaining("good-system/system.yaml: is no YAML");
    }

    @Test
    void namesAFolderWithoutDefinitionAndAFileThatIsNoPart() throws IOException {
        Files.writeString(Files.createDirectory(folders.resolve("empty")).resolve("logo.png"), "");

        assertThatThrownBy(() -> SystemFolders.read(folders))
                .hasMessageContaining("empty/system.yaml: is missing")
                .hasMessageContaining("empty/logo.png: is no part of a definition");
    }

    private void write(String slug, String definition) throws IOException {
        Files.writeString(Files.createDirectory(folders.resolve(slug)).resolve("system.yaml"), definition);
    }

    private static String good() throws IOException {
        try (var in = BadSystemDefinitionTests.class.getResourceAsStream("/good-system.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
