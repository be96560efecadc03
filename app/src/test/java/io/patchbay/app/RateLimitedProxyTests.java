package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that send through two nodes, each a JVM of its own, to a system that takes 20 requests a second. */
class RateLimitedProxyTests extends ProxyTest {

    private static final int LIMIT = 20;

    private PatchbayProcess other;
    private String connector = "";

    @BeforeAll
    void startTheOther(@TempDir Path directory) throws Exception {
        other = PatchbayProcess.start(
                directory,
                Map.of(
                        "SPRING_DATASOURCE_URL", DATABASE.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", DATABASE.username(),
                        "SPRING_DATASOURCE_PASSWORD", DATABASE.password(),
                        "PATCHBAY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                        "PATCHBAY_ALLOWED_HOSTS", "localhost",
                        "PATCHBAY_BACKGROUND_CHECKS", "false"));
    }

    @AfterAll
    void stopTheOther() throws Exception {
        other.close();
    }

    @BeforeEach
    void connectorOfItsOwn() {
        echo.answer(EchoServer.HELLO);
        echo.received();
        connector = connector(program, "api-key", Map.of("api_key", "secret-key-of-the-shop"));
    }

    @Test
    void twoNodesTogetherSendNoMoreThanTheLimitAndATestGetsThroughMeanwhile() throws Exception {
        var arrived = Collections.synchronizedList(new ArrayList<Long>());
        echo.answer(exchange -> {
            arrived.add(System.nanoTime());
            EchoServer.HELLO.answer(exchange);
        });

        try (var hiccups = new Hiccups();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> send(number % 2 == 0), threads))
                    .toList();
            await().until(() -> arrived.size() >= LIMIT);
            var check = program.mutate("checkConnector", "CheckInput", Map.of("id", connector), "check { status }");

            assertThat(check.at("/check/status").asString()).isEqualTo("OPERATIONAL");
            assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                    .hasSize(100)
                    .containsOnly(200);
            var sent = arrived.stream().sorted().toList();
            // On its way a request may be held up, as long as the machine does so.
            var span = Duration.ofSeconds(1).minusMillis(100).toNanos() - 3 * hiccups.longest();
            for (int i = LIMIT; i < sent.size(); i++) {
                assertThat(sent.get(i) - sent.get(i - LIMIT)).isGreaterThan(span);
            }
            assertThat(sent.getLast() - sent.getFirst())
                    .isGreaterThan(Duration.ofSeconds(4).toNanos());
        }
    }

    @Test
    void aSystemThatAsksForPatienceIsLeftAloneByBothNodes() {
        echo.answer(exchange ->
                exchange.answer("HTTP/1.1 429 Slow down\r\nRetry-After: 600\r\nContent-Length: 4\r\n\r\nslow"));

        var theirs = send(true);

        assertThat(theirs.statusCode()).isEqualTo(429);
        assertThat(theirs.body()).isEqualTo("slow");
        assertThat(theirs.headers().firstValue("Retry-After")).contains("600");
        assertThat(theirs.headers().firstValue("Patchbay-Error")).isEmpty();

        echo.answer(EchoServer.HELLO);
        assertIsPatchbaysOwn(send(true));
        await().atMost(Duration.ofSeconds(10)).until(() -> send(false).statusCode() == 429);
        echo.received();
        assertIsPatchbaysOwn(send(false));
        assertThat(echo.received()).isEmpty();

        assertThat(ApiClient.codes(
                        program.mutate("checkConnector", "CheckInput", Map.of("id", connector), "check { status }")))
                .containsExactly("RATE_LIMITED");
        assertThat(other.program(program.token())
                        .data(
                                "query($id: ID!) { connector(id: $id) { pausedUntil rateLimitInForce { requests per } } }",
                                Map.of("id", connector))
                        .toString())
                .contains("\"pausedUntil\":\"20")
                .contains("\"requests\":20,\"per\":\"SECOND\"");
    }

    @Test
    void whoWouldHaveToWaitTooLongIsToldWhenToComeAgain() {
        // Fewer on each node than may be on their way there, and more than pass in ten seconds.
        var many = 18 * LIMIT;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = IntStream.range(0, many)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> send(number % 2 == 0), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() != 200)
                    .toList();

            assertThat(refused).isNotEmpty().allSatisfy(RateLimitedProxyTests::assertIsPatchbaysOwn);
        }
    }

    private static void assertIsPatchbaysOwn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Patchbay-Error")).contains("RATE_LIMITED");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 600L);
        assertThat(answer.body()).contains("\"code\":\"RATE_LIMITED\"");
    }

    private HttpResponse<String> send(boolean here) {
        var node = here ? program : other.program(program.token());
        return ApiClient.send(
                node.request("/proxy/connectors/" + connector + "/orders").build());
    }
}
