package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.live.api.LiveConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Two whole applications on one database: what happens on one is told on the other. */
class ListeningOnTwoNodesTests extends WholeApplication {

    private static PatchbayProcess other;

    @Autowired
    private LiveConnections connections;

    @BeforeAll
    static void startTheOther(@TempDir Path directory) throws Exception {
        other = PatchbayProcess.start(
                directory,
                Map.of(
                        "SPRING_DATASOURCE_URL", DATABASE.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", DATABASE.username(),
                        "SPRING_DATASOURCE_PASSWORD", DATABASE.password(),
                        "PATCHBAY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    @AfterAll
    static void stopTheOther() throws Exception {
        other.close();
    }

    @Test
    void aCheckOnOneIsToldOnTheOther() {
        var program = programOfANewCompany();
        var elsewhere = other.program(program.token());
        try (var socket = SocketClient.listening(elsewhere.port(), program.token());
                var stream = EventStreamClient.listening(elsewhere)) {
            var id = create(program, "LIVE").path("id").asString();
            socket.requireNews("CHANGED");
            stream.requireNews("CHANGED");

            program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");

            assertThat(status(socket.requireNews("CHANGED"))).isEqualTo("OPERATIONAL");
            assertThat(status(stream.requireNews("CHANGED"))).isEqualTo("OPERATIONAL");
        }
    }

    @Test
    void goesOnAfterTheListenersConnectionsWereCut() {
        var program = programOfANewCompany();
        try (var here = SocketClient.listening(port, program.token());
                var there = EventStreamClient.listening(other.program(program.token()))) {
            assertThat(jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where application_name = 'patchbay listener' and datname = current_database()")
                            .query(Boolean.class)
                            .list())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .containsOnly(true);
            here.requireNews("READ_AGAIN");
            there.requireNews("READ_AGAIN");

            create(program, "TEST");

            assertThat(here.requireNews("CHANGED")).isEqualTo(there.requireNews("CHANGED"));
        }
    }

    /** No thread of the operating system and no database connection waits for any of them. */
    @Test
    void fiveHundredListenOnOneNodeAndCostNoThreads() {
        var company = companies.register();
        var tokens = new ArrayList<>(List.of(company.token()));
        for (var token = 1; token < 5; token++) {
            tokens.add(program(company.token())
                    .data("mutation { createApiToken(input: {name: \"More\"}) { secret } }")
                    .path("createApiToken")
                    .path("secret")
                    .asString());
        }
        var listening = new ArrayList<SocketClient>();
        try {
            listening.add(SocketClient.listening(port, company.token()));
            var threads = serverThreads();
            for (var client = 1; client < 500; client++) {
                listening.add(SocketClient.listening(port, tokens.get(client % 5)));
            }
            assertThat(connections.subscriptions()).isEqualTo(500);
            assertThat(serverThreads()).isLessThan(threads + 10);

            create(program(company.token()), "LIVE");

            listening.forEach(client -> client.requireNews("CHANGED"));
            assertThat(serverThreads()).isLessThan(threads + 10);
        } finally {
            listening.forEach(SocketClient::close);
        }
        await("all released").atMost(Duration.ofSeconds(60)).until(() -> connections.subscriptions() == 0);
        assertThat(connections.connections()).isZero();
    }

    private static long serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("HttpClient-"))
                .count();
    }

    private JsonNode create(ApiClient program, String environment) {
        var input = new HashMap<String, Object>(Map.of(
                "systemSlug", "demo-shop",
                "name", "Shop",
                "environment", environment,
                "authenticationMethod", "api-key",
                "credentials",
                        List.of(
                                DemoShop.credential("address", "http://localhost:" + port + "/demo-shop"),
                                DemoShop.credential("api_key", "demo-api-key"))));
        return DemoShop.createConnector(program, input).path("connector");
    }

    private static String status(JsonNode news) {
        return news.path("access").path("status").asString();
    }
}
