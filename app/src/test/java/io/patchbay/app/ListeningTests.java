package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.live.api.LiveConnections;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What clients are told while they listen, by WebSocket and by event stream. */
class ListeningTests extends WholeApplication {

    @Autowired
    private LiveConnections connections;

    @AfterEach
    void nothingIsHeld() {
        await("connections closed").atMost(Duration.ofSeconds(30)).until(() -> {
            connections.look();
            return connections.connections() == 0 && connections.subscriptions() == 0;
        });
    }

    @Test
    void tellsOfEverythingThatChangesAStatusByWebSocket() {
        var program = programOfANewCompany();
        try (var client = SocketClient.listening(port, program.token())) {
            var id = create(program);
            var made = client.requireNews("CHANGED");
            assertThat(made.path("accessId").asString()).isEqualTo(id);
            assertThat(made.path("access").path("status").asString()).isEqualTo("NOT_CHECKED");

            check(program, id);
            var checked = client.requireNews("CHANGED");
            assertThat(checked.path("access").path("status").asString()).isEqualTo("OPERATIONAL");
            assertThat(checked.path("access").path("lastCheck").path("status").asString())
                    .isEqualTo("OPERATIONAL");

            replace(program, id);
            assertThat(client.requireNews("CHANGED")
                            .path("access")
                            .path("status")
                            .asString())
                    .isEqualTo("NOT_CHECKED");

            remove(program, id);
            var removed = client.requireNews("REMOVED");
            assertThat(removed.path("accessId").asString()).isEqualTo(id);
            assertThat(removed.path("access").isNull()).isTrue();
        }
    }

    @Test
    void tellsTheSameByEventStream() {
        var program = programOfANewCompany();
        try (var client = EventStreamClient.listening(program)) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("Content-Type")).startsWith("text/event-stream");
            var id = create(program);
            assertThat(client.requireNews("CHANGED").path("accessId").asString())
                    .isEqualTo(id);

            check(program, id);
            assertThat(client.requireNews("CHANGED")
                            .path("access")
                            .path("status")
                            .asString())
                    .isEqualTo("OPERATIONAL");
        }
    }

    @Test
    void tellsOtherCompaniesNothing() {
        var program = programOfANewCompany();
        var stranger = programOfANewCompany();
        try (var theirs = SocketClient.listening(port, stranger.token());
                var ours = SocketClient.listening(port, program.token())) {
            var id = create(program);
            ours.requireNews("CHANGED");
            theirs.subscribe(
                    "2",
                    "subscription($ids: [ID!]) { accessStatusChanged(filter: {ids: $ids}) { news accessId } }",
                    Map.of("ids", List.of(id)));
            theirs.requireNews("READ_AGAIN");

            check(program, id);
            ours.requireNews("CHANGED");

            // Its own is the next that it hears of.
            var own = create(stranger);
            assertThat(theirs.requireNews("CHANGED").path("accessId").asString())
                    .isEqualTo(own);
            assertThat(theirs.silent()).isTrue();
        }
    }

    @Test
    void tellsOnlyWhatIsAskedFor() {
        var program = programOfANewCompany();
        try (var client = SocketClient.open(port, Map.of()).init(bearer(program.token()))) {
            var document =
                    "subscription($filter: AccessStatusFilter) { accessStatusChanged(filter: $filter) { news accessId } }";
            client.subscribe("test", document, Map.of("filter", Map.of("environment", "TEST")));
            client.requireNews("READ_AGAIN");
            client.subscribe("instances", document, Map.of("filter", Map.of("kinds", List.of("INSTANCE"))));
            client.requireNews("READ_AGAIN");

            create(program, "LIVE");
            create(program, "TEST");

            assertThat(client.next().path("id").asString()).isEqualTo("test");
            assertThat(client.silent()).isTrue();
        }
    }

    @Test
    void answersQueriesByWebSocketToo() {
        var program = programOfANewCompany();
        create(program);
        try (var client = SocketClient.open(port, Map.of()).init(bearer(program.token()))) {
            client.subscribe(
                    "q", "{ viewer { company { name } } connectors { nodes { name companyGroup { name } } } }");

            var answer = client.next();
            assertThat(answer.path("type").asString()).isEqualTo("next");
            assertThat(answer.path("payload")
                            .path("data")
                            .path("connectors")
                            .path("nodes")
                            .size())
                    .isOne();
            assertThat(client.next().path("type").asString()).isEqualTo("complete");
        }
    }

    @Test
    void saysWhatIsWrongWithAFilterHoweverItIsAsked() {
        var program = programOfANewCompany();
        var ids = IntStream.rangeClosed(0, 200).mapToObj(id -> "\"x" + id + '"').collect(Collectors.joining(" "));
        var document = "subscription { accessStatusChanged(filter: {ids: [%s]}) { news } }".formatted(ids);
        try (var client = SocketClient.open(port, Map.of()).init(bearer(program.token()));
                var stream = EventStreamClient.open(program.request("/graphql"), document)) {
            client.subscribe("1", document);

            for (var error :
                    List.of(client.next().at("/payload/0"), stream.next().json().at("/errors/0"))) {
                assertThat(error.at("/message").asString()).contains("at most 200 ids");
                assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
                assertThat(error.at("/extensions/argument").asString()).isEqualTo("filter");
                assertThat(error.at("/extensions/requestId").asString()).isNotEmpty();
            }
            assertThat(stream.next().name()).isEqualTo("complete");
        }
    }

    @Test
    void findsADocumentByItsHashByWebSocketToo() {
        var program = programOfANewCompany();
        var document = "{ viewer { company { name } } }";
        var claim = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(document)));
        try (var client = SocketClient.open(port, Map.of()).init(bearer(program.token()))) {
            client.send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("extensions", claim)));
            assertThat(client.next().at("/payload/errors/0/extensions/code").asString())
                    .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
            assertThat(client.next().path("type").asString()).isEqualTo("complete");

            for (var payload : List.of(
                    Map.of("query", document, "extensions", claim), Map.<String, Object>of("extensions", claim))) {
                client.send(Map.of("id", "2", "type", "subscribe", "payload", payload));
                assertThat(client.next().at("/payload/data/viewer/company/name").asString())
                        .isEqualTo("Anna's shops");
                assertThat(client.next().path("type").asString()).isEqualTo("complete");
            }
        }
    }

    private static String sha256(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void readsWhatBelongsToTheCompanyForEachEvent() {
        var program = programOfANewCompany();
        var document =
                "subscription { accessStatusChanged { news access { ... on Connector { companyGroup { name } system { name } } } } }";
        try (var client = SocketClient.open(port, Map.of()).init(bearer(program.token()));
                var stream = EventStreamClient.open(program.request("/graphql"), document)) {
            client.subscribe("1", document);
            client.requireNews("READ_AGAIN");
            stream.requireNews("READ_AGAIN");

            create(program);

            assertThat(client.requireNews("CHANGED")
                            .path("access")
                            .path("companyGroup")
                            .path("name")
                            .asString())
                    .isNotEmpty();
            assertThat(stream.requireNews("CHANGED")
                            .path("access")
                            .path("system")
                            .path("name")
                            .asString())
                    .isEqualTo("Demo Shop");
        }
    }

    @Test
    void completesAnEventStreamThatAsksForNothingPossible() {
        try (var client = EventStreamClient.open(
                programOfANewCompany().request("/graphql"), "subscription { accessStatusChanged { colour } }")) {
            assertThat(client.next().data())
                    .contains("GRAPHQL_VALIDATION_FAILED")
                    .contains("colour");
            assertThat(client.next().name()).isEqualTo("complete");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void releasesEverythingWhenAClientCompletesClosesOrVanishes() {
        var program = programOfANewCompany();
        try (var client = SocketClient.listening(port, program.token())) {
            client.subscribe("2", SocketClient.CHANGES);
            client.requireNews("READ_AGAIN");
            assertThat(connections.subscriptions()).isEqualTo(2);

            client.send(Map.of("type", "complete", "id", "2"));
            await("completed").until(() -> connections.subscriptions() == 1);
        }
        SocketClient.listening(port, program.token()).vanish();
        EventStreamClient.listening(program).close();
    }

    /** A write that fails late may not fail another's answer, which the container writes by the same objects. */
    @Test
    void whoeverGoesAwayWhileBeingWrittenToHarmsNobodyElse() {
        var program = programOfANewCompany();
        for (var visit = 0; visit < 100; visit++) {
            try (var client = EventStreamClient.listening(program)) {
                assertThat(client.status()).isEqualTo(200);
            }
            nothingIsHeld();
        }
    }

    @Test
    void endsWhatARevokedTokenOpened() {
        var program = programOfANewCompany();
        var socket = SocketClient.listening(port, program.token());
        try (var stream = EventStreamClient.listening(program)) {
            jdbc.sql(
                            "update api_token set revoked_at = now() where company_id = (select company_id from api_token where"
                                    + " token_hash = encode(sha256(convert_to(:token, 'UTF8')), 'hex'))")
                    .param("token", program.token())
                    .update();

            connections.look();

            assertThat(socket.closed()).isEqualTo(new SocketClient.Closing(4403, "You are not let in any more"));
            assertThat(stream.next().data()).contains("UNAUTHORIZED");
            assertThat(stream.next().name()).isEqualTo("complete");
            assertThat(stream.ended()).isTrue();
        }
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private String create(ApiClient program) {
        return create(program, "LIVE");
    }

    private String create(ApiClient program, String environment) {
        var input = new HashMap<String, Object>(Map.of(
                "systemSlug", "demo-shop",
                "name", "Shop",
                "environment", environment,
                "authenticationMethod", "api-key",
                "credentials", credentials()));
        return DemoShop.createConnector(program, input)
                .path("connector")
                .path("id")
                .asString();
    }

    private List<?> credentials() {
        return List.of(
                DemoShop.credential("address", "http://localhost:" + port + "/demo-shop"),
                DemoShop.credential("api_key", "demo-api-key"));
    }

    private static void check(ApiClient program, String id) {
        program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");
    }

    private void replace(ApiClient program, String id) {
        program.mutate(
                "replaceConnectorCredentials",
                "ReplaceCredentialsInput",
                Map.of("id", id, "version", 1, "authenticationMethod", "api-key", "credentials", credentials()),
                "connector { id }");
    }

    private static void remove(ApiClient program, String id) {
        program.mutate("deleteConnector", "DeleteInput", Map.of("id", id, "version", 2), "deletedConnectorId");
    }
}
