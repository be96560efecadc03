package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes send for one connector, and one of them ends: what it counted, and what it had taken of the limit. */
class EndingNodesTests extends ProxyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private String connector = "";

    @BeforeEach
    void connectorOfItsOwn() {
        connector = connector(program, "api-key", Map.of("api_key", "secret-key-of-the-shop"));
    }

    @Test
    void aNodeThatIsStoppedInOrderHasWrittenDownEveryUse() throws Exception {
        try (var other = startTheOther()) {
            assertThat(send(15, program, other.program(program.token())))
                    .hasSize(30)
                    .containsOnly(200);
        }

        await().atMost(PATIENCE).until(() -> counted() == 30);
    }

    @Test
    void aNodeThatIsKilledLosesNothingThatWasWrittenDownAndNothingOfTheLimit() throws Exception {
        try (var other = startTheOther()) {
            var there = other.program(program.token());
            send(15, there);
            await().atMost(PATIENCE).until(() -> counted() == 15);
            assertThat(send(10, there)).containsOnly(200);
            other.killJvm();
        }
        assertThat(counted()).isBetween(15, 25);

        assertThat(send(40, program)).hasSize(40).containsOnly(200);

        await().atMost(PATIENCE).until(() -> counted() >= 15 + 40);
        assertThat(counted()).isBetween(15 + 40, 25 + 40);
    }

    private PatchbayProcess startTheOther() throws Exception {
        return PatchbayProcess.start(
                directory,
                Map.of(
                        "SPRING_DATASOURCE_URL", DATABASE.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", DATABASE.username(),
                        "SPRING_DATASOURCE_PASSWORD", DATABASE.password(),
                        "PATCHBAY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                        "PATCHBAY_ALLOWED_HOSTS", "localhost"));
    }

    /** So many on each node, all at once. */
    private List<Integer> send(int many, ApiClient... nodes) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.of(nodes)
                    .flatMap(node -> IntStream.range(0, many).mapToObj(number -> node))
                    .map(node -> CompletableFuture.supplyAsync(
                            () -> ApiClient.send(node.request("/proxy/connectors/" + connector + "/orders")
                                    .build()),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();
        }
    }

    private int counted() {
        return program.data("query($id: ID!) { connector(id: $id) { usage { calls } } }", Map.of("id", connector))
                .at("/connector/usage/calls")
                .asInt();
    }
}
