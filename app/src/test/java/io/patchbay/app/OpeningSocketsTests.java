package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.live.api.LiveConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who may open a WebSocket or an event stream, and how it ends where they may not. */
@TestPropertySource(
        properties = {
            "patchbay.public-url=http://patchbay.example.com",
            "patchbay.live.connections=3",
            "patchbay.live.connections-per-company=5",
            "patchbay.live.connections-in-all=7",
            "patchbay.live.subscriptions=4"
        })
class OpeningSocketsTests extends WholeApplication {

    private static final String OURS = "http://patchbay.example.com";

    @Autowired
    private LiveConnections connections;

    @AfterEach
    void nothingIsHeld() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            connections.look();
            assertThat(connections.connections()).as("connections").isZero();
            assertThat(connections.subscriptions()).as("subscriptions").isZero();
        });
    }

    /** A token opens from no page, from a page of ours and from one that the owner named; the login only from ours. */
    @ParameterizedTest
    @CsvSource({
        "none,                              token,  4242",
        "none,                              login,  4401",
        "none,                              nobody, 4401",
        "none,                              wrong,  4403",
        "http://patchbay.example.com,      token,  4242",
        "http://patchbay.example.com,      login,  4242",
        "http://patchbay.example.com,      nobody, 4401",
        "http://patchbay.example.com,      wrong,  4403",
        "same,                              login,  4242",
        "https://shop.example,              token,  4242",
        "https://shop.example,              login,  4401",
        "https://evil.example.com,          token,  403",
        "https://evil.example.com,          login,  403",
        "http://patchbay.example.com.evil, login,  403",
        "https://patchbay.example.com,       login,  403",
        "null,                              login,  403",
    })
    void looksAtOriginAndAtWhoIsAsking(String origin, String who, int end) {
        var registered = companies.register();
        var headers = new HashMap<String, String>();
        if (!origin.equals("none")) {
            headers.put("Origin", origin.equals("same") ? "http://localhost:" + port : origin);
        }
        if (who.equals("login")) {
            headers.put("Cookie", "patchbay=" + session(registered));
        }
        var payload = new HashMap<String, String>();
        switch (who) {
            case "token" -> payload.put("Authorization", "Bearer " + registered.token());
            case "wrong" -> {
                payload.put("Authorization", "Bearer pb_wrong");
                headers.put("Cookie", "patchbay=" + session(registered));
            }
            default -> {}
        }

        assertThat(end(headers, payload)).isEqualTo(end);
    }

    @Test
    void takesTheTokenOfTheHandshakeToo() {
        var token = companies.register().token();

        assertThat(end(Map.of("Authorization", "Bearer " + token), Map.of())).isEqualTo(4242);
        assertThat(end(Map.of("Authorization", "Bearer pb_wrong"), Map.of())).isEqualTo(4403);
    }

    @Test
    void doesNotLetAnybodyInByAskingForASocketAndMeaningAQuery() {
        var answer = ApiClient.send(
                program("").request("/graphql?query=%7B__typename%7D").build());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void closesWhereSomebodySubscribesBeforeTheyAreLetIn() {
        try (var client = SocketClient.open(port, Map.of())) {
            client.subscribe("1", SocketClient.CHANGES);

            assertThat(client.closed().code()).isEqualTo(4401);
        }
    }

    @Test
    void closesWhereNobodySaysAnything() {
        try (var client = SocketClient.open(port, Map.of())) {
            assertThat(client.closed().code()).isEqualTo(4408);
        }
    }

    @Test
    void closesWhereAnIdIsUsedTwice() {
        try (var client = SocketClient.listening(port, companies.register().token())) {
            client.subscribe("1", SocketClient.CHANGES);

            assertThat(client.closed().code()).isEqualTo(4409);
        }
    }

    @Test
    void closesWhereSomebodyIntroducesThemselvesTwice() {
        try (var client = SocketClient.listening(port, companies.register().token())) {
            client.send(Map.of("type", "connection_init"));

            assertThat(client.closed().code()).isEqualTo(4429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no json", "[]", "{}", "{\"type\":\"nothing\"}", "{\"type\":\"subscribe\",\"payload\":7}", "null"
            })
    void closesWhereItCannotUnderstand(String message) {
        try (var client = SocketClient.listening(port, companies.register().token())) {
            client.send(message);

            assertThat(client.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void closesWhereAMessageIsTooLong() {
        try (var client = SocketClient.listening(port, companies.register().token())) {
            client.subscribe("2", "subscription { accessStatusChanged { news } } #" + "x".repeat(40_000));

            assertThat(client.closed().code()).isEqualTo(1009);
        }
    }

    @Test
    void closesWhereAnotherProtocolIsSpoken() {
        try (var client = SocketClient.open(port, "graphql-ws", Map.of())) {
            assertThat(client.closed()).isEqualTo(new SocketClient.Closing(4406, "Speak graphql-transport-ws"));
        }
    }

    @Test
    void boundsTheConnectionsOfOneToken() {
        var program = programOfANewCompany();
        List<AutoCloseable> open = new ArrayList<>();
        open.add(SocketClient.listening(port, program.token()));
        open.add(EventStreamClient.listening(program));
        open.add(SocketClient.listening(port, program.token()));

        try (var fourth = SocketClient.open(port, Map.of());
                var stream = EventStreamClient.open(program.request("/graphql"), SocketClient.CHANGES);
                var other = SocketClient.listening(port, companies.register().token())) {
            fourth.send(Map.of("type", "connection_init", "payload", bearer(program.token())));

            var sentence =
                    "At most 3 connections at once for one API token: close some, or subscribe more often over one WebSocket";
            assertThat(fourth.closed()).isEqualTo(new SocketClient.Closing(4429, sentence));
            assertThat(stream.status()).isEqualTo(429);
            assertTooMany(stream, sentence, 3);
            assertThat(other.closedYet()).isFalse();
        } finally {
            open.forEach(OpeningSocketsTests::close);
        }
    }

    @Test
    void boundsTheConnectionsOfOneCompanyAndOfEverybodySoThatRequestsStillGetIn() {
        var program = programOfANewCompany();
        var colleague =
                program(program.mutate("createApiToken", "CreateApiTokenInput", Map.of("name", "Second"), "secret")
                        .at("/secret")
                        .asString());
        List<AutoCloseable> open = new ArrayList<>();
        try {
            for (var listener : List.of(program, program, program, colleague, colleague)) {
                open.add(SocketClient.listening(port, listener.token()));
            }
            try (var sixth = EventStreamClient.open(colleague.request("/graphql"), SocketClient.CHANGES)) {
                assertTooMany(
                        sixth,
                        "At most 5 connections at once for one company: close some, or subscribe more often over one WebSocket",
                        5);
            }

            var others = programOfANewCompany();
            open.add(EventStreamClient.listening(others));
            open.add(SocketClient.listening(port, others.token()));
            var late = programOfANewCompany();
            var sentence = "At most 7 connections at once for all on this node, and so many are open: try again later";
            try (var stream = EventStreamClient.open(late.request("/graphql"), SocketClient.CHANGES);
                    var socket = SocketClient.open(port, Map.of())) {
                socket.send(Map.of("type", "connection_init", "payload", bearer(late.token())));

                assertTooMany(stream, sentence, 7);
                assertThat(socket.closed()).isEqualTo(new SocketClient.Closing(1013, sentence));
            }
            assertThat(late.data("{ viewer { name } }").at("/viewer/name").asString())
                    .isEqualTo("Test");
        } finally {
            open.forEach(OpeningSocketsTests::close);
        }
    }

    private static void assertTooMany(EventStreamClient stream, String sentence, int limit) {
        var error = stream.answer().at("/errors/0");

        assertThat(stream.status()).isEqualTo(429);
        assertThat(stream.header("Connection")).isEqualTo("close");
        assertThat(error.at("/message").asString()).isEqualTo(sentence);
        assertThat(error.at("/extensions/code").asString()).isEqualTo("TOO_MANY_CONNECTIONS");
        assertThat(error.at("/extensions/limit").asInt()).isEqualTo(limit);
        assertThat(error.at("/extensions/used").asInt()).isEqualTo(limit);
        assertThat(error.at("/extensions/requestId").asString()).isEqualTo(stream.header("X-Request-Id"));
    }

    @Test
    void boundsTheSubscriptionsOfOneToken() {
        try (var client = SocketClient.listening(port, companies.register().token())) {
            for (var id = 2; id <= 4; id++) {
                client.subscribe(String.valueOf(id), SocketClient.CHANGES);
                client.requireNews("READ_AGAIN");
            }
            client.subscribe("5", SocketClient.CHANGES);

            assertThat(client.next().toString())
                    .contains("TOO_MANY_SUBSCRIPTIONS")
                    .contains("At most 4 subscriptions at once for one API token")
                    .contains("\"limit\":4", "\"used\":4", "requestId");
            assertThat(client.closedYet()).isFalse();
        }
    }

    @Test
    void endsWithTheLoginThatOpenedIt() {
        var registered = companies.register();
        var browser = new Browser(port, "192.0.2.77");
        browser.logIn(registered.email(), TestCompanies.PASSWORD);
        var headers =
                Map.of("Origin", OURS, "Cookie", "patchbay=" + browser.session().orElseThrow());
        try (var client = SocketClient.open(port, headers).init(Map.of())) {
            connections.look();
            assertThat(client.closedYet()).isFalse();

            browser.logOut();

            // Tomcat's own doing: a socket belongs to the session that was there when it was opened.
            assertThat(client.closed().code()).isEqualTo(1008);
        }
    }

    /** 4242: was let in, and is still; otherwise how it ended. */
    private int end(Map<String, String> headers, Map<String, String> payload) {
        if (headers.getOrDefault("Origin", "").matches(".*evil.*|https://patchbay.*|null")) {
            return SocketClient.refusal(port, headers);
        }
        try (var client = SocketClient.open(port, headers)) {
            client.send(Map.of("type", "connection_init", "payload", payload));
            return client.acknowledged() ? 4242 : client.closed().code();
        }
    }

    private String session(TestCompanies.Registered registered) {
        var browser = new Browser(port, "192.0.2.78");
        browser.logIn(registered.email(), TestCompanies.PASSWORD);
        return browser.session().orElseThrow();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
