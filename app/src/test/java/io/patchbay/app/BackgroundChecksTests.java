package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.postgres.persistence.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Two nodes on one database keep every status true without being asked. */
class BackgroundChecksTests {

    private static final String TOKEN = "pb_" + "b".repeat(43);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void whatIsNewIsCheckedAtOnceAndSoIsAReplacedCredential() throws Exception {
        var settings = settings();
        try (var first = PatchbayProcess.start(directory.resolve("first"), settings);
                var second = PatchbayProcess.start(directory.resolve("second"), settings)) {
            var program = first.program(TOKEN);
            var group = DemoShop.group(program, "Group");
            var wish = DemoShop.connector(group, "demo-password");
            wish.put("credentials", credentials(program, "demo-password"));
            var id = DemoShop.createConnector(program, wish).at("/connector/id").asString();

            await("the first check")
                    .atMost(PATIENCE)
                    .until(() -> status(program, id).equals("OPERATIONAL"));
            assertThat(jdbc(settings)
                            .sql(
                                    "select count(*) from scheduled_tasks where execution_time > now() + interval '50 minutes'")
                            .query(Long.class)
                            .single())
                    .isOne();

            replaceCredentials(program, id, "another password");
            await("the check of what was replaced")
                    .atMost(PATIENCE)
                    .until(() -> status(second.program(TOKEN), id).equals("FAILED_AUTHENTICATION"));
        }
    }

    @Test
    void noNodeChecksWhatAnotherOneDoesAndTheSurvivorGoesOnWithWhatADeadOneBegan() throws Exception {
        var settings = settings();
        try (var vendor = new CountingVendor();
                var first = PatchbayProcess.start(directory.resolve("first"), settings);
                var second = PatchbayProcess.start(directory.resolve("second"), settings)) {
            var program = second.program(TOKEN);
            for (var number = 0; number < 60; number++) {
                createConnector(program, vendor.address(number));
            }
            await("the first checks").atMost(PATIENCE).until(() -> vendor.seen() == 60);
            assertThat(vendor.mostOften()).isOne();

            vendor.hold();
            for (var number = 60; number < 80; number++) {
                createConnector(program, vendor.address(number));
            }
            await("checks of both nodes").atMost(PATIENCE).until(() -> vendor.waiting() == 20);
            first.killJvm();
            vendor.release();

            await("the survivor").atMost(PATIENCE.multipliedBy(2)).until(() -> operational(program) == 80);
        }
    }

    @Test
    void restWhileTheDatabaseIsAwayAndGoOnByThemselves() throws Exception {
        var settings = settings();
        var direct = jdbc(settings);
        try (var vendor = new CountingVendor();
                var way = WayToTheDatabase.to(settings.get("SPRING_DATASOURCE_URL"))) {
            settings.compute("SPRING_DATASOURCE_URL", (name, url) -> way.through(url));
            try (var node = PatchbayProcess.start(directory.resolve("node"), settings)) {
                createConnector(node.program(TOKEN), vendor.address(0));
                await("the first check").atMost(PATIENCE).until(() -> vendor.mostOften() == 1);
                await("its end").atMost(PATIENCE).until(() -> due(direct) == 0);

                way.cut();
                await("a word about it").atMost(PATIENCE).until(() -> rests(node) == 1);
                direct.sql("update scheduled_tasks set execution_time = now()").update();
                await("the first tries").atMost(PATIENCE).until(() -> way.turnedAway() > 1);
                var before = way.turnedAway();
                var traces = traces(node);
                await("more tries").atMost(PATIENCE).until(() -> way.turnedAway() > before + 5);
                way.mend();

                await("the second check").atMost(PATIENCE).until(() -> vendor.mostOften() == 2);
                assertThat(rests(node)).isOne();
                assertThat(traces(node)).isEqualTo(traces);
            }
        }
    }

    private static long due(JdbcClient database) {
        return database.sql("select count(*) from scheduled_tasks where picked or execution_time <= now()")
                .query(Long.class)
                .single();
    }

    private static long rests(PatchbayProcess node) {
        return node.said().stream()
                .filter(line -> line.contains("Background checks rest"))
                .count();
    }

    private static long traces(PatchbayProcess node) {
        return node.said().stream().filter(line -> line.startsWith("\tat ")).count();
    }

    private static void createConnector(ApiClient program, String address) {
        var wish = DemoShop.connector(DemoShop.group(program, address), "demo-password");
        wish.put(
                "credentials",
                List.of(
                        DemoShop.credential("address", address),
                        DemoShop.credential("username", "demo"),
                        DemoShop.credential("password", "demo-password")));
        DemoShop.createConnector(program, wish);
    }

    private static int operational(ApiClient program) {
        return program.data("{ connectors(filter: {status: [OPERATIONAL]}) { totalCount { value } } }")
                .at("/connectors/totalCount/value")
                .asInt();
    }

    private static void replaceCredentials(ApiClient program, String id, String password) {
        program.mutate(
                "replaceConnectorCredentials",
                "ReplaceCredentialsInput",
                Map.of(
                        "id",
                        id,
                        "version",
                        connector(program, id).at("/version").asInt(),
                        "authenticationMethod",
                        "basic",
                        "credentials",
                        credentials(program, password)),
                "connector { id }");
    }

    private static List<Map<String, String>> credentials(ApiClient patchbay, String password) {
        return List.of(
                DemoShop.credential("address", "http://localhost:" + patchbay.port() + "/demo-shop"),
                DemoShop.credential("username", "demo"),
                DemoShop.credential("password", password));
    }

    private static String status(ApiClient program, String id) {
        return connector(program, id).at("/status").asString();
    }

    private static JsonNode connector(ApiClient program, String id) {
        return program.data("query($id: ID!) { connector(id: $id) { status version } }", Map.of("id", id))
                .at("/connector");
    }

    private static JdbcClient jdbc(Map<String, String> settings) {
        return JdbcClient.create(new DriverManagerDataSource(
                settings.get("SPRING_DATASOURCE_URL"),
                settings.get("SPRING_DATASOURCE_USERNAME"),
                settings.get("SPRING_DATASOURCE_PASSWORD")));
    }

    private static Map<String, String> settings() {
        var database = TestDatabases.migrated();
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        settings.put("SPRING_DATASOURCE_USERNAME", database.username());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.password());
        settings.put("PATCHBAY_MASTER_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("PATCHBAY_BACKGROUND_CHECKS", "true");
        settings.put("PATCHBAY_DEMO_SHOP", "true");
        settings.put("PATCHBAY_ALLOWED_HOSTS", "localhost");
        // All vendors of these tests are one host.
        settings.put("PATCHBAY_CHECKS_AT_ONCE_PER_HOST", "50");
        settings.put("PATCHBAY_BOOTSTRAP_COMPANY", "Anna's shops");
        settings.put("PATCHBAY_BOOTSTRAP_EMAIL", "anna@example.com");
        settings.put("PATCHBAY_BOOTSTRAP_PASSWORD", "correct horse battery");
        settings.put("PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN);
        return settings;
    }
}
