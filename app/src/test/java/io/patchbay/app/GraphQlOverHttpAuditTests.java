package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public audit suite of GraphQL over HTTP (npm's graphql-http), run by Node against the whole application. */
class GraphQlOverHttpAuditTests extends WholeApplication {

    private static final Path SOURCE = Path.of("src/test/node").toAbsolutePath();
    private static final Path SUITE = Path.of("target/graphql-http").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> everyAuditPasses() throws Exception {
        install();
        var audit = new ProcessBuilder("node", "audit.js", "http://localhost:" + port + "/graphql");
        audit.environment().put("PATCHBAY_AUDIT_TOKEN", companies.register().token());
        var results = JsonMapper.shared().readTree(run(audit));

        assertThat(results.size()).as("audits").isGreaterThanOrEqualTo(61);
        return results.valueStream()
                .map(result -> DynamicTest.dynamicTest(
                        text(result, "id") + " " + text(result, "name"),
                        () -> assertThat(text(result, "status"))
                                .as(text(result, "reason"))
                                .isEqualTo("ok")));
    }

    private static void install() throws IOException, InterruptedException {
        FileSystemUtils.copyRecursively(SOURCE, SUITE);
        if (!Files.isDirectory(SUITE.resolve("node_modules/graphql-http"))) {
            run(new ProcessBuilder("npm", "ci"));
        }
    }

    private static String text(JsonNode result, String field) {
        return result.get(field).asString("");
    }

    private static String run(ProcessBuilder program) throws IOException, InterruptedException {
        var process = program.directory(SUITE.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", program.command(), said).isZero();
        return said;
    }
}
