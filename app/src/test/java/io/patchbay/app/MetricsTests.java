package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever runs Patchbay reads about it. */
class MetricsTests extends WholeApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private DataSource database;

    @Test
    void areForWhoeverHasTheTokenThatTheOwnerSetForIt() {
        var company = companies.register();

        assertThat(status(program(""))).isEqualTo(401);
        assertThat(status(program("wrong-" + Scrape.TOKEN))).isEqualTo(401);
        assertThat(status(program(company.token()))).isEqualTo(401);
        assertThat(status(program(Scrape.TOKEN))).isEqualTo(200);
    }

    @Test
    void tellOperationsApartByTheirFieldAndNotByTheNameThatAClientGaveThem() {
        var program = programOfANewCompany();
        var before = Scrape.of(port);

        program.data("query ChosenByAClient { viewer { name } }");
        program.data("query ChosenByAnother { viewer { name } second: viewer { name } }");
        program.data("{ viewer { name } connectors { nodes { id } } }");
        program.ask("{ nothing }");
        program.ask("{ connectors(first: 0) { nodes { id } } }");
        var after = Scrape.of(port);

        assertThat(grown(before, after, "graphql_requests_seconds_count", "query", "viewer", "ok"))
                .isEqualTo(2);
        assertThat(grown(before, after, "graphql_requests_seconds_count", "query", "several", "ok"))
                .isEqualTo(1);
        assertThat(grown(before, after, "graphql_requests_seconds_count", "none", "none", "refused"))
                .isEqualTo(1);
        assertThat(grown(before, after, "graphql_requests_seconds_count", "query", "connectors", "refused"))
                .isEqualTo(1);
        assertThat(growth(before, after, "patchbay_graphql_errors_total", Map.of("code", "GRAPHQL_VALIDATION_FAILED")))
                .isEqualTo(1);
        assertThat(growth(before, after, "patchbay_graphql_errors_total", Map.of("code", "BAD_USER_INPUT")))
                .isEqualTo(1);
        assertThat(after.text())
                .contains("patchbay_graphql_requests_seconds_bucket")
                .doesNotContain("ChosenBy");
    }

    @Test
    void countThoseTooWhoGotNoFurtherThanTheDoor() {
        var before = Scrape.of(port);

        program("").post("{\"query\": \"{ viewer { name } }\"}");
        var after = Scrape.of(port);

        assertThat(growth(
                        before,
                        after,
                        "patchbay_http_requests_seconds_count",
                        Map.of("area", "graphql", "status", "4xx")))
                .isEqualTo(1);
    }

    @Test
    void tellHowChecksCameOutAndHowMuchIsInWhichState() {
        var program = programOfANewCompany();
        var id = demoShop(program, "wrong");
        var before = Scrape.of(port);

        program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");
        var after = Scrape.of(port);

        assertThat(growth(
                        before,
                        after,
                        "patchbay_checks_seconds_count",
                        Map.of(
                                "system",
                                "demo-shop",
                                "status",
                                "FAILED_AUTHENTICATION",
                                "reason",
                                "CREDENTIALS_REFUSED")))
                .isEqualTo(1);
        assertThat(after.labelsByName())
                .containsKeys("patchbay_accesses", "patchbay_checks_due", "patchbay_checks_lag_seconds");
        assertThat(after.value("patchbay_live_listening", Map.of())).isEqualTo(1);
    }

    @Test
    void tellWhatProgramsSendToSystems() {
        var program = programOfANewCompany();
        var id = demoShop(program, "demo-api-key");
        var before = Scrape.of(port);

        var answer = ApiClient.send(
                program.request("/proxy/connectors/" + id + "/nowhere").build());
        var after = Scrape.of(port);

        assertThat(growth(
                        before,
                        after,
                        "patchbay_proxy_requests_seconds_count",
                        Map.of("system", "demo-shop", "status", answer.statusCode() / 100 + "xx")))
                .isEqualTo(1);
        assertThat(growth(before, after, "patchbay_http_requests_seconds_count", Map.of("area", "proxy")))
                .isEqualTo(1);
    }

    @Test
    void tellHowMuchGoesThroughTheProxyInEitherDirection() throws Exception {
        var program = programOfANewCompany();
        try (var system = new EchoServer()) {
            var id = ProxyTest.connector(program, system.address(), "api-key", Map.of("api_key", "any"));
            system.answer(exchange ->
                    exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + "d".repeat(70_000)));
            var before = Scrape.of(port);

            // One is held whole by the proxy, one is read while it is sent, and of one nobody says how long it is.
            send(program, id, BodyPublishers.noBody());
            send(program, id, BodyPublishers.ofByteArray(new byte[1_000]));
            send(program, id, BodyPublishers.ofByteArray(new byte[300_000]));
            send(program, id, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])));
            var after = Scrape.of(port);

            assertThat(bytes(before, after, "up")).isEqualTo(401_000);
            assertThat(bytes(before, after, "down")).isEqualTo(4 * 70_000);
        }
    }

    private static void send(ApiClient program, String connector, BodyPublisher body) {
        var answer = ApiClient.send(program.request("/proxy/connectors/" + connector + "/files")
                .POST(body)
                .build());
        assertThat(answer.body()).hasSize(70_000);
    }

    private static double bytes(Scrape before, Scrape after, String direction) {
        return growth(
                before, after, "patchbay_proxy_bytes_total", Map.of("system", "demo-shop", "direction", direction));
    }

    @Test
    void nameNobodyAndNothingOfAnyCompany() {
        var company = companies.register();
        var program = program(company.token());
        var id = demoShop(program, "demo-api-key");
        program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");

        var labels = Scrape.of(port).samples().stream()
                .filter(sample -> sample.name().startsWith("patchbay"))
                .flatMap(sample -> sample.labels().entrySet().stream())
                .filter(label -> !label.getKey().equals("le"))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();

        assertThat(labels)
                .contains("demo-shop", "checkConnector")
                .allMatch(label -> label.matches("[A-Za-z_-]{2,40}|[1-5]xx"))
                .doesNotContain(id, company.person().companyId().value().toString());
    }

    @Test
    void tellHowOftenVendorsWereAskedForTokensAndWhatTheySaid() {
        var program = programOfANewCompany();
        var before = Scrape.of(port);

        var let = ProxyTest.connector(program, demoShop(), "login", login("demo-user-password"));
        check(program, let);
        var afterOne = Scrape.of(port);
        check(program, let);
        var afterTwo = Scrape.of(port);
        check(program, ProxyTest.connector(program, demoShop(), "login", login("wrong")));
        var afterARefusal = Scrape.of(port);

        assertThat(tokens(before, afterOne, "ISSUED")).isEqualTo(1);
        assertThat(growth(before, afterOne, "patchbay_token_requests_seconds_sum", Map.of("outcome", "ISSUED")))
                .isPositive();
        // The first one is still good.
        assertThat(tokens(afterOne, afterTwo, "ISSUED")).isZero();
        assertThat(tokens(afterTwo, afterARefusal, "ISSUED")).isZero();
        assertThat(tokens(afterTwo, afterARefusal, "CREDENTIALS_REFUSED")).isPositive();
    }

    private static double tokens(Scrape before, Scrape after, String outcome) {
        return growth(
                before,
                after,
                "patchbay_token_requests_seconds_count",
                Map.of("system", "demo-shop", "outcome", outcome));
    }

    private static Map<String, String> login(String password) {
        return Map.of("user", "demo-user", "password", password);
    }

    private static void check(ApiClient program, String connector) {
        program.mutate("checkConnector", "CheckInput", Map.of("id", connector), "check { status }");
    }

    @Test
    void tellWhoHasConnectionsToTheDatabaseAndWhoWaitsForOne() throws Exception {
        var before = Scrape.of(port);
        var most = (int) before.value("hikaricp_connections_max", Map.of());
        assertThat(before.value("hikaricp_connections_pending", Map.of())).isZero();

        var held = new ArrayList<Connection>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < most; number++) {
                held.add(database.getConnection());
            }
            var waiting = threads.submit(() -> database.getConnection());
            await("one who waits").atMost(PATIENCE).untilAsserted(() -> {
                var now = Scrape.of(port);
                assertThat(now.value("hikaricp_connections_active", Map.of())).isEqualTo(most);
                assertThat(now.value("hikaricp_connections_idle", Map.of())).isZero();
                assertThat(now.value("hikaricp_connections_pending", Map.of())).isPositive();
            });
            giveBack(held);
            waiting.get().close();
        } finally {
            giveBack(held);
        }

        await("nobody").atMost(PATIENCE).untilAsserted(() -> {
            var now = Scrape.of(port);
            assertThat(now.value("hikaricp_connections_active", Map.of())).isZero();
            assertThat(now.value("hikaricp_connections_pending", Map.of())).isZero();
            assertThat(growth(before, now, "hikaricp_connections_acquire_seconds_count", Map.of()))
                    .isGreaterThanOrEqualTo(most + 1);
        });
    }

    /** Closing one twice does nothing more. */
    private static void giveBack(List<Connection> held) throws SQLException {
        for (var connection : held) {
            connection.close();
        }
    }

    @Test
    void comeWithThoseOfTheJvmAndThePool() {
        assertThat(Scrape.of(port).labelsByName())
                .containsKeys(
                        "jvm_memory_used_bytes",
                        "hikaricp_connections_pending",
                        "hikaricp_connections_active",
                        "process_cpu_usage",
                        "logback_events_total",
                        "tomcat_sessions_active_current_sessions");
    }

    private static double grown(Scrape before, Scrape after, String name, String kind, String field, String outcome) {
        return growth(before, after, "patchbay_" + name, Map.of("kind", kind, "field", field, "outcome", outcome));
    }

    private static double growth(Scrape before, Scrape after, String name, Map<String, String> labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    private static int status(ApiClient client) {
        return ApiClient.send(client.request(MetricsDoor.PATH)
                        .method("GET", BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    private String demoShop() {
        return "http://localhost:" + port + "/demo-shop";
    }

    private String demoShop(ApiClient program, String key) {
        var input = new HashMap<String, Object>(Map.of(
                "systemSlug",
                "demo-shop",
                "name",
                "Shop",
                "environment",
                "LIVE",
                "authenticationMethod",
                "api-key",
                "credentials",
                List.of(DemoShop.credential("address", demoShop()), DemoShop.credential("api_key", key))));
        return DemoShop.createConnector(program, input).at("/connector/id").asString();
    }
}
