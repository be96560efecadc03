package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Whoever has an answer in hand finds what the log says about it. */
class RequestIdTests extends WholeApplication {

    @Test
    void everyAnswerNamesItsRequest() {
        var anybody = program("");

        assertThat(idOf(ApiClient.send(anybody.request("/login").build()))).matches("[0-9a-f]{16}");
        assertThat(idOf(ApiClient.send(anybody.request("/actuator/health").build())))
                .matches("[0-9a-f]{16}");
        assertThat(idOf(ApiClient.send(anybody.request("/nowhere").build()))).matches("[0-9a-f]{16}");
        assertThat(idOf(anybody.post("{}"))).isNotEqualTo(idOf(anybody.post("{}")));
    }

    @Test
    void aCallersOwnIsKeptWhereItCouldDoNoHarm() {
        var program = program("");

        assertThat(idOf(asking(program, "order-42_b.3"))).isEqualTo("order-42_b.3");
        assertThat(idOf(asking(program, "a b"))).matches("[0-9a-f]{16}");
        assertThat(idOf(asking(program, "a".repeat(65)))).matches("[0-9a-f]{16}");
    }

    @Test
    void everyErrorNamesItWhereverItComesFrom() {
        var program = programOfANewCompany();

        for (var answer : new HttpResponse<?>[] {
            program("").post("{\"query\": \"{ viewer { name } }\"}"),
            program.post("no json"),
            program.post("{\"query\": \"{\"}"),
            program.post("{\"query\": \"{ nothing }\"}"),
            program.post("{\"query\": \"{ connectors(first: 0) { nodes { id } } }\"}"),
            ApiClient.send(program.request("/graphql").DELETE().build())
        }) {
            assertThat(ApiClient.json(text(answer))
                            .at("/errors/0/extensions/requestId")
                            .asString())
                    .as(String.valueOf(answer.body()))
                    .isEqualTo(idOf(answer));
        }
    }

    @Test
    void theLogNamesItToo() {
        try (var logs = new CapturedLogs()) {
            var id = idOf(asking(programOfANewCompany(), "found-in-the-log"));

            assertThat(logs.lines()).anyMatch(line -> line.contains("requestId=" + id));
            assertThat(logs.json()).anyMatch(line -> line.contains("\"requestId\":\"" + id + "\""));
        }
    }

    @Test
    void whatGoesWrongBeforeAnybodyLooksForGraphQlIsNobodyElsesFault() {
        var program = programOfANewCompany();

        var answer = ApiClient.send(program.request("/graphql")
                .header("Content-Type", "application/json")
                .header(FaultyFilter.HEADER, "hunter2")
                .POST(BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(ApiClient.json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("INTERNAL_ERROR");
        assertThat(ApiClient.json(answer).at("/errors/0/extensions/requestId").asString())
                .isEqualTo(idOf(answer));
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("Exception");
    }

    private static HttpResponse<String> asking(ApiClient program, String id) {
        return ApiClient.send(program.request("/graphql")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", id)
                .POST(BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"))
                .build());
    }

    private static String idOf(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static HttpResponse<String> text(HttpResponse<?> answer) {
        return (HttpResponse<String>) answer;
    }
}
