import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds 200 systems to those that a server brings along. They are copies of the Demo Shop under names of their own, in the
 * one file that the build packs all systems into; no code of the server is changed.
 */
final class Systems {

    private static final int MORE = 200;
    private static final String PACKED = "prebuilt-systems.json";

    private Systems() {}

    static void addTo(Path server) throws IOException {
        try (var jars = Files.newDirectoryStream(server.resolve("lib"), "marketplace-*.jar")) {
            for (var jar : jars) {
                // A file of its own: the server's folder may be a copy by hard links.
                var own = Files.copy(jar, jar.resolveSibling("bench.jar"));
                extend(own);
                Files.delete(jar);
                Files.move(own, jar);
            }
        }
    }

    private static void extend(Path jar) throws IOException {
        try (var files = FileSystems.newFileSystem(jar)) {
            var packed = files.getPath(PACKED);
            var systems = (ArrayNode) JsonMapper.shared().readTree(Files.readAllBytes(packed));
            var demoShop = demoShop(systems);
            for (var number = 0; number < MORE; number++) {
                systems.add(copy(demoShop, number));
            }
            Files.write(packed, JsonMapper.shared().writeValueAsBytes(systems));
        }
    }

    private static ObjectNode demoShop(ArrayNode systems) {
        for (var system : systems) {
            if (system.get("definition").get("slug").stringValue().equals("demo-shop")) {
                return (ObjectNode) system;
            }
        }
        throw new IllegalStateException("The Demo Shop is not among the prebuilt systems");
    }

    private static ObjectNode copy(ObjectNode demoShop, int number) {
        var copy = demoShop.deepCopy();
        // Nothing may hold the load back.
        ((ObjectNode) copy.get("definition").get("defaults")).remove("rateLimit");
        ((ObjectNode) copy.get("definition"))
                .put("slug", "bench-%03d".formatted(number))
                .put("name", "Bench %03d".formatted(number).toUpperCase(Locale.ROOT));
        return copy;
    }
}
