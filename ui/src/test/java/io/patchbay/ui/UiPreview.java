package io.patchbay.ui;

import io.patchbay.setup.TestWorld;
import io.patchbay.system.SystemDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.jar.JarFile;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts the pages alone, in front of a Patchbay in memory where Anna is logged in, so that a page can be looked at without
 * the rest of the house. The port is the first argument, 8090 without one; everything is gone when it stops.
 */
@Import(InMemoryPatchbay.class)
public class UiPreview {

    private static final String BUNDLE = "vaadin-prod-bundle/";

    public static void main(String[] arguments) {
        unpackBundle();
        var application = new SpringApplication(UiPreview.class);
        application.setDefaultProperties(Map.of(
                "server.port", arguments.length == 0 ? "8090" : arguments[0],
                "vaadin.productionMode", "true",
                "vaadin.launch-browser", "false"));
        application.run(arguments);
    }

    /** The preview's clock stands still, but not in the past. */
    @Bean
    ApplicationRunner today(TestWorld world) {
        return arguments -> world.clock.set(Instant.now());
    }

    // The application's build puts Vaadin's prebuilt bundle there; the pages alone have no such build.
    private static void unpackBundle() {
        var target = location(UiPreview.class).resolve("META-INF/VAADIN");
        try (var jar = new JarFile(bundle().toFile())) {
            for (var entry : jar.stream()
                    .filter(entry -> entry.getName().startsWith(BUNDLE) && !entry.isDirectory())
                    .toList()) {
                var file = target.resolve(entry.getName().substring(BUNDLE.length()));
                if (Files.notExists(file)) {
                    Files.createDirectories(file.getParent());
                    Files.copy(jar.getInputStream(entry), file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path bundle() {
        var url = UiPreview.class.getClassLoader().getResource(BUNDLE + "config/stats.json");
        var jar = String.valueOf(url).replaceFirst("^jar:file:", "").replaceFirst("!.*$", "");
        return Path.of(jar);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stands in for the api module. */
    @RestController
    static class Icons {

        private final SystemDefinitions systems;

        Icons(SystemDefinitions systems) {
            this.systems = systems;
        }

        @GetMapping(path = "/icons/{file}", produces = "image/svg+xml")
        String icon(@PathVariable String file) {
            var slug = file.replace(".svg", "");
            var system = systems.find(slug).orElseThrow();
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="%s"/>
                    <text x="20" y="26" text-anchor="middle" font-family="sans-serif" font-size="16" fill="white">%s</text></svg>
                    """.formatted(system.colour(), system.name().substring(0, 2));
        }
    }
}
