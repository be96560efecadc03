package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the whole application adds to GraphQL over HTTP: other origins, compression, budgets. */
class TransportTests extends WholeApplication {

    private static final String QUESTION = "{\"query\":\"{ viewer { name } }\"}";
    private static final String SHOP = "https://shop.example";

    @Test
    void aPageOfAnOriginThatWasNamedMayAskWithAToken() {
        var preflight = preflight(SHOP, "authorization,content-type");
        var answer = question(programOfANewCompany(), SHOP);

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(SHOP);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Retry-After", "X-Request-Id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"idempotency-key", "x-request-id", "traceparent", "tracestate"})
    void aPageMaySendWhateverTheApiReads(String header) {
        assertThat(preflight(SHOP, header).headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue(header);
    }

    @Test
    void noPageMaySendWhatTheLoginsCookieAsksFor() {
        assertThat(preflight(SHOP, "content-type,x-patchbay-client")
                        .headers()
                        .firstValue("Access-Control-Allow-Headers"))
                .hasValue("content-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://shop.example", "https://shop.example:8443", "null"})
    void aPageOfAnotherOriginMayNot(String origin) {
        assertThat(preflight(origin, "authorization").statusCode()).isEqualTo(403);
        var answer = question(programOfANewCompany(), origin);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ApiClient.json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void compressesLongAnswersForThoseWhoCan() throws Exception {
        var program = programOfANewCompany();
        for (var form : List.of("application/json", "application/graphql-response+json")) {
            var request = program.request("/graphql")
                    .header("Content-Type", "application/json")
                    .header("Accept", form)
                    .header("Accept-Encoding", "gzip")
                    .POST(BodyPublishers.ofString("{\"query\":\"{ systems { nodes { slug description } } }\"}"))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(request, BodyHandlers.ofByteArray());

                assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue(form);
                try (var text = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                    assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                            .startsWith("{\"data\":{\"systems\"");
                }
            }
        }
        assertThat(program.post(QUESTION).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void everyAnswerSaysHowMuchMoreTheTokenMayAsk() {
        var program = programOfANewCompany();

        assertThat(remaining(program.post(QUESTION))).isEqualTo(11_999);
        assertThat(remaining(program.post(QUESTION))).isBetween(11_900L, 11_999L);
        assertThat(remaining(programOfANewCompany().post(QUESTION))).isEqualTo(11_999);
    }

    private static long remaining(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("RateLimit-Limit")).hasValue("12000");
        return answer.headers().firstValueAsLong("RateLimit-Remaining").orElseThrow();
    }

    private HttpResponse<String> preflight(String origin, String headers) {
        return ApiClient.send(program("")
                .request("/graphql")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", headers)
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
    }

    private static HttpResponse<String> question(ApiClient program, String origin) {
        return ApiClient.send(program.request("/graphql")
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(QUESTION))
                .build());
    }
}
