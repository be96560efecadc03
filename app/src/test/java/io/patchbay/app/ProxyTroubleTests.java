package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in, tokens that end, and sides that go away, are slow or break off. */
class ProxyTroubleTests extends ProxyTest {

    // More than all the buffers on the way take.
    private static final int LONG = 64 * 1024 * 1024;

    @Autowired
    SystemDefinitions systems;

    private final AtomicInteger tokens = new AtomicInteger();

    @BeforeEach
    void echoesAgain() {
        echo.answer(EchoServer.HELLO);
        echo.received();
        tokens.set(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basic",
                "api-key",
                "api-key-in-query",
                "custom-headers",
                "bearer",
                "oauth1",
                "login",
                "private-key-jwt",
                "jwt-bearer",
                "client-credentials"
            })
    void everyWayIntoTheDemoShopWorks(String key) {
        var id = connector(program, "http://localhost:" + port + "/demo-shop", key, examples(key));

        var answer = ApiClient.send(program.request("/proxy/connectors/" + id + "/orders?limit=2&sort=a%20b")
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("patchbay-error");
    }

    private Map<String, String> examples(String key) {
        return systems.find(new SystemId("demo-shop"))
                .flatMap(system -> system.method(key))
                .map(ProxyTroubleTests::examples)
                .orElseThrow();
    }

    private static Map<String, String> examples(AuthenticationMethod method) {
        var examples = new HashMap<String, String>();
        method.askedFields().forEach(field -> {
            var example = field.example();
            if (example != null) {
                examples.put(field.key(), example);
            }
        });
        return examples;
    }

    @Test
    void aKeyInTheQueryIsAddedAndMayNotBeSent() {
        var id = connector(program, "api-key-in-query", Map.of("api_key", "key-in-the-query"));

        raw("GET /proxy/connectors/" + id + "/a?x=%2f&y");
        assertThat(echo.one().target()).isEqualTo("/base/a?x=%2f&y&api_key=key-in-the-query");

        for (var query : List.of("api_key=mine", "x=1&API_KEY=mine", "a%70i_key=mine", "x=1;api_key=mine")) {
            var answer = raw("GET /proxy/connectors/" + id + "/a?" + query);
            assertThat(answer.header("Patchbay-Error")).contains("QUERY_REFUSED");
        }
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void anExpiredTokenIsRenewedAndTheRequestSentOnceMore() {
        var id = connectorWithTokens();
        var before = post(id, "first");
        assertThat(before.body()).isEqualTo("token-1");
        accepted.set("token-2");
        echo.received();

        var answer = post(id, "second");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("token-2");
        assertThat(echo.received().stream().map(it -> it.target() + " " + text(it.body())))
                .containsExactly(
                        "/base/orders second",
                        "/base/oauth/token grant_type=client_credentials",
                        "/base/orders second");
    }

    @Test
    void aLongBodyIsNotSentTwiceAndTheSystemsAnswerIsHandedBack() {
        var id = connectorWithTokens();
        post(id, "first");
        accepted.set("token-2");
        echo.received();

        var answer = post(id, "x".repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKeys("patchbay-error", "www-authenticate");
        assertThat(echo.received()).hasSize(1);
    }

    @Test
    void aSystemThatRefusesEveryTokenIsNotAskedForMoreAndMore() {
        var id = connectorWithTokens();
        accepted.set("none");

        for (int time = 0; time < 5; time++) {
            assertThat(post(id, "again").statusCode()).isEqualTo(401);
        }

        assertThat(tokens).hasValue(2);
    }

    private final AtomicReference<String> accepted = new AtomicReference<>("token-1");

    private String connectorWithTokens() {
        accepted.set("token-1");
        echo.answer(exchange -> {
            var bearer = exchange.request().header("Authorization").orElse("");
            if (exchange.request().target().endsWith("/oauth/token")) {
                json(
                        exchange,
                        200,
                        "{\"access_token\": \"token-" + tokens.incrementAndGet()
                                + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}");
            } else {
                json(exchange, bearer.equals("Bearer " + accepted.get()) ? 200 : 401, bearer.replace("Bearer ", ""));
            }
        });
        return connector(
                program, "client-credentials", Map.of("client_id", "demo-client", "client_secret", "a-client-secret"));
    }

    private static void json(EchoServer.Exchange exchange, int status, String body) throws IOException {
        exchange.answer("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nWWW-Authenticate: Bearer\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private HttpResponse<String> post(String id, String body) {
        return ApiClient.send(program.request("/proxy/connectors/" + id + "/orders")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void whatStandsInTheWayIsToldInPatchbaysWords() throws Exception {
        var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        assertThat(problem("http://localhost:" + closed.getLocalPort())).isEqualTo("502 SYSTEM_UNREACHABLE REFUSED");
        assertThat(problem("http://169.254.169.254")).isEqualTo("502 SYSTEM_UNREACHABLE ADDRESS_FORBIDDEN");
        echo.answer(exchange -> {
            exchange.answer("nonsense\r\n\r\n");
            throw new IOException("Breaks off");
        });
        assertThat(problem(echo.address())).startsWith("502 SYSTEM_UNREACHABLE");
        echo.answer(exchange ->
                exchange.answer("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(30_000) + "\r\nContent-Length: 0\r\n\r\n"));
        assertThat(problem(echo.address())).isEqualTo("502 SYSTEM_UNREACHABLE UNEXPECTED_ANSWER");
        echo.answer(exchange ->
                exchange.answer("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(10_000) + "\r\nContent-Length: 0\r\n\r\n"));
        assertThat(problem(echo.address())).isEqualTo("200");
    }

    private String problem(String address) {
        var answer = ApiClient.send(program.request("/proxy/connectors/"
                        + connector(program, address, "api-key", Map.of("api_key", "any-key")) + "")
                .build());
        if (answer.headers().firstValue("Patchbay-Error").isEmpty()) {
            return Integer.toString(
                    answer.statusCode() == 404 || answer.statusCode() == 302 ? 200 : answer.statusCode());
        }
        var extensions = ApiClient.json(answer).at("/errors/0/extensions");
        return answer.statusCode() + " " + extensions.path("code").asString() + " "
                + extensions.path("reason").asString();
    }

    @Test
    void aSecretThatCannotBeReadNeedsAPerson() {
        var id = connector(program, "api-key", Map.of("api_key", "lost-key"));
        jdbc.sql(
                        "update secret set ciphertext = decode('00', 'hex') where id = (select id from secret order by created_at desc limit 1)")
                .update();

        var answer =
                ApiClient.send(program.request("/proxy/connectors/" + id + "/a").build());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("NEEDS_RECONNECT").contains("KEY_MISSING");
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void aSystemThatBreaksOffIsNotTakenForDone() throws Exception {
        echo.answer(exchange -> {
            exchange.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            throw new IOException("Breaks off");
        });
        var chunked = raw("GET " + path("/a"));
        assertThat(chunked.body()).contains("hello").doesNotContain("\r\n0\r\n");

        echo.answer(exchange -> {
            exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
            throw new IOException("Breaks off");
        });
        assertThat(raw("GET " + path("/a")).body()).isEqualTo("hello");
    }

    @Test
    void whatGoesWrongInPatchbayItselfIsToldApartFromTheSystemsOwnErrors() {
        var answer = ApiClient.send(to("/a").header("X-Request-Id", "went-wrong")
                .header(FaultyFilter.HEADER, "hunter2")
                .build());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Patchbay-Error")).contains("INTERNAL_ERROR");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("went-wrong");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(ApiClient.json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("INTERNAL_ERROR");
        assertThat(ApiClient.json(answer).at("/errors/0/extensions/requestId").asString())
                .isEqualTo("went-wrong");
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("Exception");
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void aSystemThatBreaksOffBeforeItsBodyIsToldWithTheIdOfTheRequestAndNothingOfItsHead() throws Exception {
        echo.answer(exchange -> {
            exchange.answer("HTTP/1.1 200 OK\r\nX-Of-The-System: 1\r\nContent-Length: 5\r\n\r\n");
            throw new IOException("Breaks off");
        });

        var answer = raw("GET " + path("/a"), "X-Request-Id: broken-off");

        assertThat(answer.status()).as(answer.text()).isEqualTo(502);
        assertThat(answer.header("Patchbay-Error")).contains("SYSTEM_UNREACHABLE");
        assertThat(answer.header("X-Of-The-System")).isEmpty();
        assertThat(answer.headers("X-Request-Id")).containsExactly("broken-off");
    }

    @Test
    void anAnswerThatCannotBeReadIsTheSystemsFaultAndNotPatchbays() {
        echo.answer(exchange -> exchange.answer("HTTP/1.1 000 x\r\nContent-Length: 5\r\n\r\nhello"));
        var own = connector(program, "api-key", Map.of("api_key", "secret-key-of-the-shop"));

        var answer = ApiClient.send(
                program.request("/proxy/connectors/" + own + "/a").build());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Patchbay-Error")).contains("SYSTEM_UNREACHABLE");
        assertThat(answer.body()).contains("UNEXPECTED_ANSWER");
    }

    @Test
    void aLineBreakInAHeaderOfTheSystemsIsNoneInTheAnswer() {
        echo.answer(exchange -> exchange.answer("HTTP/1.1 200 OK\r\nX-Cr: a\rX-Forged: b\r\n"
                + "Content-Type: text/plain\rX-Forged: c\r\nX Forged: d\r\nContent-Length: 5\r\n\r\nhello"));

        var answer = raw("GET " + path("/a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Cr")).contains("a X-Forged: b");
        assertThat(answer.header("Content-Type")).contains("text/plain X-Forged: c");
        assertThat(answer.head()).doesNotContain("X Forged").doesNotContainPattern("\r[^\n]");
        assertThat(answer.body()).isEqualTo("hello");
    }

    @Test
    void whatThereIsIsShownAtOnce() throws Exception {
        var goOn = new CountDownLatch(1);
        echo.answer(exchange -> {
            exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
            goOn.await();
            exchange.answer("world");
        });
        try (var socket = asked("GET", "")) {
            var shown = new StringBuilder();
            while (!shown.toString().endsWith("hello")) {
                shown.append((char) socket.getInputStream().read());
            }
            goOn.countDown();
            assertThat(new String(socket.getInputStream().readAllBytes())).isEqualTo("world");
        }
    }

    @Test
    void whoGoesAwayWhileTheSystemThinksIsNotWaitedFor() throws Exception {
        var ended = new CountDownLatch(1);
        echo.answer(exchange -> {
            // Ends where the other side does, however that is told.
            try {
                exchange.in().read();
            } finally {
                ended.countDown();
            }
        });
        asked("GET", "").close();

        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoGoesAwayInTheMiddleOfAnAnswerStopsIt() throws Exception {
        var sent = new AtomicLong();
        var stopped = new CountDownLatch(1);
        echo.answer(exchange -> endless(exchange, sent, stopped));
        try (var socket = asked("GET", "")) {
            socket.getInputStream().readNBytes(10_000);
        }

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoReadsSlowlySetsThePace() throws Exception {
        var sent = new AtomicLong();
        var stopped = new CountDownLatch(1);
        echo.answer(exchange -> endless(exchange, sent, stopped));
        try (var socket = asked("GET", "")) {
            socket.getInputStream().readNBytes(1_000);
            // The sender comes to a standstill, because nobody takes what it sends.
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).until(standsStill(sent));

            assertThat(sent.get()).isLessThan(LONG);
        }
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static Callable<Boolean> standsStill(AtomicLong counter) {
        var last = new AtomicLong(-1);
        return () -> last.getAndSet(counter.get()) == counter.get();
    }

    private static void endless(EchoServer.Exchange exchange, AtomicLong sent, CountDownLatch stopped)
            throws IOException {
        try {
            exchange.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            var chunk = ("2000\r\n" + "x".repeat(0x2000) + "\r\n").getBytes();
            while (true) {
                exchange.out().write(chunk);
                exchange.out().flush();
                sent.addAndGet(chunk.length);
            }
        } finally {
            stopped.countDown();
        }
    }

    @Test
    void aSystemThatTakesNothingSlowsTheProgramDown() throws Exception {
        var read = new CountDownLatch(1);
        echo.answerUnread(exchange -> {
            read.await();
            long rest = LONG;
            while (rest > 0) {
                rest -= exchange.in().readNBytes((int) Math.min(rest, 65_536)).length;
            }
            EchoServer.HELLO.answer(exchange);
        });
        var written = new AtomicLong();
        try (var socket = asked("POST", "Content-Length: " + LONG + "\r\n")) {
            var writer = Thread.ofVirtual().start(() -> write(socket, written));
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).until(standsStill(written));
            assertThat(written.get()).isLessThan(LONG);

            read.countDown();
            writer.join();
            assertThat(new String(socket.getInputStream().readAllBytes())).endsWith("hello");
        }
    }

    private static void write(Socket socket, AtomicLong written) {
        try {
            for (int rest = LONG; rest > 0; rest -= 65_536) {
                socket.getOutputStream().write(new byte[65_536]);
                written.addAndGet(65_536);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void aSystemThatAnswersBeforeTheBodyIsOutEndsTheSending() throws Exception {
        echo.answerUnread(exchange -> {
            exchange.answer("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!");
            exchange.in().readNBytes(1_000_000);
            throw new IOException("Enough");
        });
        try (var socket = asked("POST", "Content-Length: " + 4L * LONG + "\r\n")) {
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 4; i++) {
                        write(socket, new AtomicLong());
                    }
                } catch (UncheckedIOException closed) {
                    // Nobody wants the rest.
                }
            });
            var answer = new StringBuilder();
            while (!answer.toString().endsWith("no!")) {
                var next = socket.getInputStream().read();
                assertThat(next).as(answer.toString()).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer).startsWith("HTTP/1.1 413");
        }
    }

    /** A request that was sent, with its connection. */
    private Socket asked(String method, String headers) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write((method + " " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + program.token() + "\r\nConnection: close\r\n" + headers + "\r\n")
                        .getBytes());
        socket.getOutputStream().flush();
        await().until(() -> !echo.received().isEmpty() || headers.contains("Content-Length"));
        return socket;
    }
}
