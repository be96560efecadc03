package io.patchbay.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class GraphQlOverHttpTests extends ApiTest {

    private static final String NAME = "{ viewer { name } }";
    private static final String ANNA = "{\"data\":{\"viewer\":{\"name\":\"Anna\"}}}";
    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String CHANGE =
            "mutation { createCompanyGroup(input: {name: \"Big\"}) { companyGroup { id } } }";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                                                       | application/json
                    application/*                                                             | application/json
                    application/json                                                          | application/json
                    application/json; charset=utf-8                                           | application/json
                    application/graphql-response+json                                         | application/graphql-response+json
                    application/graphql-response+json; charset=utf-8                          | application/graphql-response+json
                    application/graphql-response+json, application/json;q=0.9                 | application/graphql-response+json
                    application/graphql-response+json;q=0.5, application/json                 | application/json
                    application/json, application/graphql-response+json                       | application/json
                    text/html, application/json;q=0, */*;q=0.1                                | application/graphql-response+json
                    application/graphql-response+json, text/event-stream                      | application/graphql-response+json
                    """)
    void answersInTheFormThatTheClientLikesBest(String accept, String type) throws Exception {
        var answer = post(NAME, accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).isEqualTo(ANNA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*", "application/json;q=0", "nonsense", "application/xml, text/*;q=0"})
    void answersInNoOtherForm(String accept) throws Exception {
        refused(post(NAME, accept), 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "*/*",
                "application/*",
                "nonsense"
            })
    void readsNothingButJsonInUtf8(String type) throws Exception {
        refused(send(request("").header("Content-Type", type).POST(body(NAME))), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void readsNothingThatDoesNotSayWhatItIs() throws Exception {
        refused(send(request("").POST(body(NAME))), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void takesNoOtherMethod(String method) throws Exception {
        var answer = send(request("").header("Content-Type", JSON).method(method, body(NAME)));

        refused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void aWrongDocumentIs400OnlyWhereTheFormHasStatuses() throws Exception {
        for (var document : new String[] {
            "{",
            "{ nothing }",
            "query($id: ID!) { node(id: $id) { id } }",
            "subscription { ...nowhere }",
            "subscription { accessStatusChanged @skip(if: 5) { kind } }"
        }) {
            var newer = post(document, GRAPHQL);
            assertThat(newer.statusCode()).as(document).isEqualTo(400);
            assertThat(newer.body()).doesNotContain("\"data\"").contains("\"errors\"");
            assertThat(post(document, JSON).statusCode()).as(document).isEqualTo(200);
        }
    }

    @Test
    void whatIsNoRequestIs400InEitherForm() throws Exception {
        for (var form : new String[] {JSON, GRAPHQL}) {
            var answer = send(request("")
                    .header("Content-Type", JSON)
                    .header("Accept", form)
                    .POST(BodyPublishers.ofString("{")));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(form);
        }
    }

    @Test
    void readsByGet() throws Exception {
        assertThat(get("query=" + encoded(NAME)).body()).isEqualTo(ANNA);
        assertThat(get("query=" + encoded("query a { __typename } query b { viewer { name } }") + "&operationName=b")
                        .body())
                .isEqualTo(ANNA);
        assertThat(get("query=" + encoded("query($slug: String!) { system(slug: $slug) { name } }") + "&variables="
                                + encoded("{\"slug\":\"corner-shop\"}"))
                        .body())
                .isEqualTo("{\"data\":{\"system\":{\"name\":\"Corner Shop\"}}}");
    }

    @Test
    void changesNothingByGet() throws Exception {
        for (var form : new String[] {JSON, GRAPHQL}) {
            var answer = send(request("?query=" + encoded(CHANGE)).header("Accept", form));

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
            assertThat(answer.body()).contains("METHOD_NOT_ALLOWED").doesNotContain("\"data\"");
        }
        assertThat(post("{ companyGroups { nodes { name } } }", JSON).body()).doesNotContain("Big");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "variables=%7B%7D",
                "query=%7Bviewer%7Bname%7D%7D&query=%7Bviewer%7Bid%7D%7D",
                "query=%7Bviewer%7Bname%7D%7D&variables=5",
                "query=%7Bviewer%7Bname%7D%7D&variables=%7B",
                "query=%7Bviewer%7Bname%7D%7D&extensions=%5B%5D"
            })
    void aGetThatIsNoRequestIsABadOne(String parameters) throws Exception {
        refused(get(parameters), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query=%zz", "query=%FF%FE", "%00=%C0%80&query=%7B__typename%7D"})
    void parametersThatCannotBeReadAreABadRequest(String parameters) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            var request = "GET /graphql?" + parameters + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("BAD_REQUEST");
        }
    }

    @Test
    void findsAPersistedQueryByGet() throws Exception {
        var query = "query Persisted { viewer { name } }";
        var hash = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(query.getBytes(StandardCharsets.UTF_8)));
        var extensions =
                "extensions=" + encoded("{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}");

        assertThat(get(extensions).body())
                .contains("\"message\":\"PersistedQueryNotFound\"")
                .contains("\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
        assertThat(get(extensions + "&query=" + encoded(query)).body()).isEqualTo(ANNA);
        assertThat(get(extensions).body()).isEqualTo(ANNA);
    }

    @Test
    void tellsWhatARequestCostWhereItIsAsked() throws Exception {
        var answer = send(
                request("")
                        .header("Content-Type", JSON)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"query\": \"{ connectors(first: 50) { nodes { id } } }\", \"extensions\": {\"cost\": true}}")));

        assertThat(answer.body())
                .contains("\"extensions\":{\"cost\":{")
                .contains("\"used\":51")
                .contains("\"limit\":10000");
    }

    @Test
    void takesNoArraysOfRequests() throws Exception {
        var answer = send(request("")
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString("[{\"query\": \"{ viewer { name } }\"}, {}, 3]")));

        refused(answer, 400, "BATCH_TOO_LARGE");
        assertThat(answer.body()).contains("\"limit\":1").contains("\"used\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"query\": \"{ viewer { name } }\"}]"})
    void anArrayThatIsNoBatchIsNoRequest(String body) throws Exception {
        refused(send(request("").header("Content-Type", JSON).POST(BodyPublishers.ofString(body))), 400, "BAD_REQUEST");
    }

    @Test
    void answersAToolThatAsksForTheWholeSchemaWithinTheLimits() throws Exception {
        var answer = post(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY, GRAPHQL);

        assertThat(answer.statusCode()).isEqualTo(200);
        // A field of the schema has the name "errors".
        assertThat(answer.body()).startsWith("{\"data\":{\"__schema\":").doesNotContain("\"errors\":[");
    }

    private HttpResponse<String> post(String document, String accept) throws Exception {
        return send(request("")
                .header("Content-Type", JSON)
                .header("Accept", accept)
                .POST(body(document)));
    }

    private HttpResponse<String> get(String parameters) throws Exception {
        return send(request("?" + parameters));
    }

    private HttpRequest.Builder request(String more) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql" + more));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher body(String document) {
        return BodyPublishers.ofString(
                "{\"query\": \"" + document.replace("\n", " ").replace("\"", "\\\"") + "\"}");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("Exception");
    }
}
