package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code script/server} takes for a change, which decides whether it builds before it starts. */
class FingerprintTests {

    private static final Path SCRIPTS = Path.of("..", "script");

    @TempDir
    Path checkout;

    @BeforeEach
    void aCheckoutOfOneClass() throws IOException {
        for (var script : new String[] {"_java", "_fingerprint"}) {
            write("script/" + script, Files.readString(SCRIPTS.resolve(script)));
        }
        write("pom.xml", "<project/>");
        write("app/pom.xml", "<project/>");
        write(".mvn/jvm.config", "");
        write("app/src/main/java/Shop.java", "class Shop {}");
    }

    @Test
    void whatTheBuildItselfWritesIsNoChange() throws Exception {
        var before = fingerprint();

        write("app/target/classes/Shop.class", "");
        write("app/src/main/frontend/index.html", "<html/>");
        write("app/src/main/frontend/generated/vaadin.ts", "");

        assertThat(fingerprint()).isEqualTo(before).matches("\\d+ \\d+");
    }

    @Test
    void aChangedSourceIsAChange() throws Exception {
        var before = fingerprint();

        write("app/src/main/java/Shop.java", "class Shop { int open; }");

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void aChangedTestIsNoChange() throws Exception {
        var before = fingerprint();

        write("app/src/test/java/ShopTests.java", "class ShopTests {}");

        assertThat(fingerprint()).isEqualTo(before);
    }

    private String fingerprint() throws IOException, InterruptedException {
        var command = new ProcessBuilder("bash", "-euc", "source script/_java; source script/_fingerprint; fingerprint")
                .directory(checkout.toFile())
                .redirectErrorStream(true);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var run = command.start();
        var printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(run.waitFor()).as(printed).isZero();
        return printed;
    }

    private void write(String path, String text) throws IOException {
        var file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
