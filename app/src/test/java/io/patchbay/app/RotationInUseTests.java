package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.postgres.persistence.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Sixteen clients of two nodes create connectors, read them, check them and send requests through them, while all secrets move
 * to a new key by a command that is killed half-way. The Demo Shop lets in only whose password comes out as it went in.
 */
class RotationInUseTests {

    private static final String TOKEN = "pb_" + "r".repeat(43);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 16;
    private static final int MADE_BEFORE = 250;

    @TempDir
    private Path directory;

    @Test
    void nobodyNoticesARotationThatIsKilledHalfWayAndGoneOnWith() throws Exception {
        var settings = settings();
        var database = JdbcClient.create(new DriverManagerDataSource(
                settings.get("SPRING_DATASOURCE_URL"),
                settings.get("SPRING_DATASOURCE_USERNAME"),
                settings.get("SPRING_DATASOURCE_PASSWORD")));
        try (var first = PatchbayProcess.start(directory.resolve("first"), settings);
                var second = PatchbayProcess.start(directory.resolve("second"), settings);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = new AtomicInteger();
            var stop = new AtomicBoolean();
            var shop = "http://localhost:" + first.program(TOKEN).port() + "/demo-shop";
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(number ->
                            threads.submit(client((number % 2 == 0 ? first : second).program(TOKEN), shop, made, stop)))
                    .toList();
            try {
                await("something to rotate")
                        .atMost(PATIENCE)
                        .until(() ->
                                made.get() >= MADE_BEFORE || clients.stream().anyMatch(Future::isDone));
                var before = keysInUse(database);

                try (var killed = PatchbayProcess.command(directory.resolve("command"), settings, "rotate")) {
                    assertThat(killed.readUntil(Pattern.compile("\\(([1-9][0-9,]*) of [0-9,]+\\)")))
                            .isPresent();
                    killed.killJvm();
                }
                assertThat(underWay(database)).isTrue();
                var madeBefore = made.get();

                await("the end of the rotation").atMost(PATIENCE).until(() -> !underWay(database));
                assertThat(made.get()).isGreaterThan(madeBefore);
                stop.set(true);
                for (var client : clients) {
                    assertThat(client.get()).isPositive();
                }
                assertThat(keysInUse(database)).hasSize(1).doesNotContainAnyElementsOf(before);
            } finally {
                stop.set(true);
            }
        }
    }

    /** Works until told to stop, or until something fails; gives how often it came round. */
    private static Callable<Integer> client(ApiClient node, String shop, AtomicInteger made, AtomicBoolean stop) {
        return () -> {
            var rounds = 0;
            var earliest = connector(node, shop);
            for (; !stop.get(); rounds++) {
                var newest = connector(node, shop);
                made.incrementAndGet();
                for (var id : List.of(earliest, newest)) {
                    use(node, id);
                }
            }
            return rounds;
        };
    }

    private static void use(ApiClient node, String id) {
        assertThat(node.data("query($id: ID!) { connector(id: $id) { credentials { key isSet } } }", Map.of("id", id))
                        .toString())
                .contains("\"key\":\"password\",\"isSet\":true");
        assertThat(node.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status reason }")
                        .toString())
                .contains("\"status\":\"OPERATIONAL\"");
        var orders = ApiClient.send(
                node.request("/proxy/connectors/" + id + "/orders").build());
        assertThat(orders.statusCode()).as(orders.body()).isEqualTo(200);
    }

    private static String connector(ApiClient node, String shop) {
        var wish = DemoShop.connector(DemoShop.group(node, "Group " + UUID.randomUUID()), "demo-password");
        wish.put(
                "credentials",
                List.of(
                        DemoShop.credential("address", shop),
                        DemoShop.credential("username", "demo"),
                        DemoShop.credential("password", "demo-password")));
        return DemoShop.createConnector(node, wish).at("/connector/id").asString();
    }

    private static boolean underWay(JdbcClient database) {
        return database.sql("select count(*) from key_rotation where finished_at is null")
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static List<UUID> keysInUse(JdbcClient database) {
        return database.sql("select distinct data_key_id from secret")
                .query(UUID.class)
                .list();
    }

    private static Map<String, String> settings() {
        var database = TestDatabases.migrated();
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        settings.put("SPRING_DATASOURCE_USERNAME", database.username());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.password());
        settings.put("PATCHBAY_MASTER_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("PATCHBAY_DEMO_SHOP", "true");
        settings.put("PATCHBAY_ALLOWED_HOSTS", "localhost");
        // The clients are as fast as the machine.
        settings.put("PATCHBAY_GRAPHQL_REQUESTS_PER_MINUTE", "1000000");
        settings.put("PATCHBAY_GRAPHQL_REQUESTS_PER_MINUTE_PER_ADDRESS", "1000000");
        settings.put("PATCHBAY_BOOTSTRAP_COMPANY", "Anna's shops");
        settings.put("PATCHBAY_BOOTSTRAP_EMAIL", "anna@example.com");
        settings.put("PATCHBAY_BOOTSTRAP_PASSWORD", "correct horse battery");
        settings.put("PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN);
        return settings;
    }
}
