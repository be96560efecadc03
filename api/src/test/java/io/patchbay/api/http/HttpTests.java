package io.patchbay.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class HttpTests extends ApiTest {

    private static final String JSON = "application/json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void answersAQuery() throws Exception {
        var answer = post(JSON, BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"viewer\":{\"name\":\"Anna\"}}}");
    }

    @Test
    void takesABodyOfOneMegabyteAndNotAByteMore() throws Exception {
        var query = "{\"query\": \"{ viewer { name } }\"}";

        assertThat(post(JSON, BodyPublishers.ofString(query + " ".repeat(RequestReader.MAX_BYTES - query.length())))
                        .statusCode())
                .isEqualTo(200);
        refused(
                post(JSON, BodyPublishers.ofString(query + " ".repeat(RequestReader.MAX_BYTES + 1 - query.length()))),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    void saysHowMuchABodyIsTooLarge() throws Exception {
        var answer = post(JSON, BodyPublishers.ofString(" ".repeat(RequestReader.MAX_BYTES + 5)));

        assertThat(answer.body()).contains("\"limit\":1048576", "\"used\":1048581", "divide it into several requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "identity, gzip"})
    void saysThatBodiesComeUncompressed(String encoding) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(address("/graphql"))
                        .header("Content-Type", JSON)
                        .header("Content-Encoding", encoding)
                        .POST(BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"))
                        .build(),
                BodyHandlers.ofString());

        refused(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.body()).contains("without Content-Encoding");
    }

    @Test
    void countsABodyThatDoesNotSayHowLongItIs() throws Exception {
        var body = " ".repeat(RequestReader.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        refused(
                post(JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%67raphql", "/graphql;x=y"})
    void limitsTheBodyHoweverTheAddressIsWritten(String path) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString("{" + " ".repeat(RequestReader.MAX_BYTES)))
                        .build(),
                BodyHandlers.ofString());

        refused(answer, 413, "PAYLOAD_TOO_LARGE");
    }

    /** Half a character: JSON can say it, but nothing can be written with it. */
    @Test
    void refusesHalfACharacterWhereverItIsSent() throws Exception {
        var half = "\\ud800";
        var answer = post(JSON, BodyPublishers.ofString("""
                {"query": "mutation($input: CreateConnectorInput!) { createConnector(input: $input)\
                 { userErrors { code field message } } }",
                 "variables": {"input": {"systemSlug": "corner-shop", "name": "%1$s", "environment": "LIVE",
                  "timeZone": "%1$s", "dateFormat": "yyyy%1$s", "authenticationMethod": "basic",
                  "credentials": [{"key": "%1$s", "value": "x"}, {"key": "%1$s", "value": "%1$s"}]}}}
                """.formatted(half)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("INVALID_NAME", "INVALID_TIME_ZONE", "INVALID_DATE_FORMAT", "UNKNOWN_CREDENTIAL")
                .contains("DUPLICATE_CREDENTIAL")
                .doesNotContain("INTERNAL_ERROR");
        noInsides(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "5",
                "null",
                "{}",
                "{\"query\": 5",
                "{\"query\": []}",
                "{\"query\": 0}",
                "{\"query\": \"{ viewer { name } }\", \"operationName\": 5}",
                "{\"query\": \"{ viewer { name } }\", \"extensions\": []}",
                "{\"query\": \"{ viewer { name } }\", \"query\": \"{ viewer { id } }\"}",
                "{\"query\": \"{ viewer { name } }\"} {}",
                "{\"extensions\": {}}",
                "{\"query\": \"{ viewer { name } }\", \"variables\": 5}",
                "{\"query\": \"\\"
            })
    void refusesWhatIsNoGraphQl(String body) throws Exception {
        refused(post(JSON, BodyPublishers.ofString(body)), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"
            })
    void refusesOtherContentTypes(String type) throws Exception {
        var answer = post(type, BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"));

        assertThat(answer.statusCode()).isBetween(400, 499);
        noInsides(answer);
    }

    @Test
    void servesIconsThatMayDoNothing() throws Exception {
        var icon = get("/icons/corner-shop.svg");

        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(icon.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(icon.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
        assertThat(icon.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("max-age"));
        assertThat(get("/icons/no-such.svg").statusCode()).isEqualTo(404);
        assertThat(get("/icons/..%2f.svg").statusCode()).isBetween(400, 499);
    }

    @Test
    void servesGraphiQlWithEverythingItNeeds() throws Exception {
        var page = get("/graphiql");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).doesNotContain("http://", "https://", "src=\"//", "href=\"//");
        var files = java.util.regex.Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(files).hasSize(6);
        for (var file : files) {
            assertThat(get(file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(get("/graphiql/page.js").body() + get("/graphiql/page.css").body())
                .doesNotContain("http://", "https://", "localStorage");
        assertThat(get("/graphiql/graphiql/graphiql.min.css").body()).doesNotContain("url(http", "url(//", "@import");
    }

    private HttpResponse<String> post(String type, BodyPublisher body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address("/graphql"))
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(JSON));
        assertThat(answer.body()).startsWith("{\"errors\":[{\"message\":\"").contains("\"code\":\"" + code + "\"");
        noInsides(answer);
    }

    private static void noInsides(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("Exception", "at org.", "at java.", "jackson");
    }
}
