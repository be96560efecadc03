package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests extends WholeApplication {

    private static final int MEGABYTE = 1 << 20;

    private ApiClient program;
    private String group;

    @BeforeAll
    void registerACompany() {
        program = programOfANewCompany();
        group = DemoShop.group(program, "Retail");
    }

    @Test
    void allProblemsOfOneInputAreNamedAtOnceInItsOrder() {
        var input = DemoShop.connector(GlobalId.of(NodeType.COMPANY_GROUP, UUID.randomUUID()), "demo-password");
        input.put("name", " ");
        input.put("timeZone", "Mars/Olympus_Mons");
        input.put("dateFormat", "jjjj");
        input.put(
                "credentials",
                List.of(
                        DemoShop.credential("address", "ftp://nowhere"),
                        DemoShop.credential("username", "demo"),
                        DemoShop.credential("username", "demo"),
                        DemoShop.credential("colour", "blue")));

        var errors = DemoShop.createConnector(program, input).get("userErrors");

        assertThat(errors.valueStream().map(error -> error.get("code").asString() + " " + error.get("field")))
                .containsExactly(
                        "INVALID_NAME [\"name\"]",
                        "NOT_FOUND [\"companyGroupId\"]",
                        "INVALID_TIME_ZONE [\"timeZone\"]",
                        "INVALID_DATE_FORMAT [\"dateFormat\"]",
                        "INVALID_CREDENTIAL [\"credentials\",\"address\"]",
                        "DUPLICATE_CREDENTIAL [\"credentials\",\"username\"]",
                        "UNKNOWN_CREDENTIAL [\"credentials\",\"colour\"]",
                        "CREDENTIAL_REQUIRED [\"credentials\",\"password\"]");
        assertThat(rows()).isZero();
    }

    static Stream<Arguments> oneThingWrong() {
        return Stream.of(
                Arguments.of("systemSlug", "no-such-system", "NOT_FOUND", "[\"systemSlug\"]"),
                Arguments.of("systemSlug", "demo\0shop", "NOT_FOUND", "[\"systemSlug\"]"),
                Arguments.of("name", "", "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", " \t\u2003 ", "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", "x".repeat(81), "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", "x".repeat(200_000), "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", "Our\0shop", "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", "Our\nshop", "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", "Our\u2028shop", "INVALID_NAME", "[\"name\"]"),
                Arguments.of("name", "Our \ud800 shop", "INVALID_NAME", "[\"name\"]"),
                Arguments.of("timeZone", "", "INVALID_TIME_ZONE", "[\"timeZone\"]"),
                Arguments.of("timeZone", "Europe/Atlantis", "INVALID_TIME_ZONE", "[\"timeZone\"]"),
                Arguments.of("timeZone", "+25:00", "INVALID_TIME_ZONE", "[\"timeZone\"]"),
                Arguments.of("timeZone", "UTC\0", "INVALID_TIME_ZONE", "[\"timeZone\"]"),
                Arguments.of("dateFormat", "", "INVALID_DATE_FORMAT", "[\"dateFormat\"]"),
                Arguments.of("dateFormat", "yyyy-MM-dd'", "INVALID_DATE_FORMAT", "[\"dateFormat\"]"),
                Arguments.of("dateFormat", "HH:mm", "INVALID_DATE_FORMAT", "[\"dateFormat\"]"),
                Arguments.of("dateFormat", "[".repeat(5_000), "INVALID_DATE_FORMAT", "[\"dateFormat\"]"),
                Arguments.of("dateFormat", "\0", "INVALID_DATE_FORMAT", "[\"dateFormat\"]"),
                Arguments.of("companyGroupId", "nonsense", "NOT_FOUND", "[\"companyGroupId\"]"),
                Arguments.of("companyGroupId", "", "NOT_FOUND", "[\"companyGroupId\"]"),
                Arguments.of("companyGroupId", "\0", "NOT_FOUND", "[\"companyGroupId\"]"),
                Arguments.of(
                        "authenticationMethod", "magic", "UNKNOWN_AUTHENTICATION_METHOD", "[\"authenticationMethod\"]"),
                Arguments.of(
                        "credentials",
                        List.of(
                                DemoShop.credential("address", "http://localhost/x"),
                                DemoShop.credential("username", "u")),
                        "CREDENTIAL_REQUIRED",
                        "[\"credentials\",\"password\"]"),
                credential("password", "", "CREDENTIAL_REQUIRED"),
                credential("password", "nul \0 inside", "INVALID_CREDENTIAL"),
                credential("password", "half \udfff pair", "INVALID_CREDENTIAL"),
                credential("password", "x".repeat(40_000), "INVALID_CREDENTIAL"),
                credential("address", "javascript:alert(1)", "INVALID_CREDENTIAL"),
                credential("address", "http://user:pass@host/", "INVALID_CREDENTIAL"),
                credential("address", "not an address", "INVALID_CREDENTIAL"),
                credential("no\0such", "x", "UNKNOWN_CREDENTIAL"),
                credential("", "x", "UNKNOWN_CREDENTIAL"));
    }

    @ParameterizedTest
    @MethodSource("oneThingWrong")
    void oneWrongThingIsNamedWithItsField(String field, Object value, String code, String path) {
        var input = DemoShop.connector(group, "demo-password");
        input.put(field, value);

        var payload = DemoShop.createConnector(program, input);

        assertThat(payload.get("connector").isNull()).isTrue();
        assertThat(payload.get("userErrors")).hasSize(1);
        var error = payload.at("/userErrors/0");
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("field").toString()).isEqualTo(path);
        assertThat(error.get("message").asString()).isNotBlank().hasSizeLessThan(1_000);
        assertSafe(payload.toString());
        assertThat(rows()).isZero();
    }

    @Test
    void namesOfGroupsAndTokensAreHeldToTheSameRules() {
        for (var name : List.of("", "x".repeat(81), "a\0b", "\ud800", "a\u0085b")) {
            assertThat(ApiClient.codes(program.mutate(
                            "createCompanyGroup",
                            "CreateCompanyGroupInput",
                            Map.of("name", name),
                            "companyGroup { id }")))
                    .containsExactly("INVALID_NAME");
            assertThat(ApiClient.codes(program.mutate(
                            "createApiToken", "CreateApiTokenInput", Map.of("name", name), "apiToken { id }")))
                    .containsExactly("INVALID_NAME");
        }
    }

    @Test
    void malformedIdsAreUnknownOnes() {
        for (var id : List.of("", "1", "null", "%00", "\0", "../../etc/passwd", "x".repeat(100_000), "\ud800", "🔥")) {
            var found = program.data(
                    "query($id: ID!) { node(id: $id) { id } connector(id: $id) { id } companyGroup(id: $id) { id } }",
                    Map.of("id", id));
            assertThat(found.valueStream()).allMatch(JsonNode::isNull);
            assertThat(ApiClient.codes(program.mutate(
                            "deleteConnector", "DeleteInput", Map.of("id", id, "version", 1), "deletedConnectorId")))
                    .containsExactly("NOT_FOUND");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first: 101",
                "first: 0",
                "first: -1",
                "last: 101",
                "first: 2147483647",
                "first: 1, last: 1",
                "after: \"nonsense\"",
                "after: \"\"",
                "first: 1, before: \"nonsense\"",
                "after: \"\\u0000\"",
                "first: 99999999999"
            })
    void aPageThatCannotBeIsBadUserInput(String arguments) {
        for (var list : List.of("connectors", "instances", "companyGroups", "apiTokens", "systems")) {
            var answer = program.ask("{ %s(%s) { nodes { id } } }".formatted(list, arguments));

            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as("%s", answer)
                    .isIn("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED");
            assertThat(answer.at("/errors/0/extensions/code").asString().equals("BAD_USER_INPUT")
                            || arguments.contains("99999999999"))
                    .as("%s", answer)
                    .isTrue();
            assertSafe(answer.toString());
        }
    }

    @Test
    void searchesTakeAnyText() {
        for (var text :
                List.of("", "%", "_", "\\", "'; drop table company; --", "a\0b", "\ud800", "x".repeat(100_000))) {
            var found = program.data(
                    "query($text: String) { connectors(filter: {search: $text, systemSlug: $text}) { nodes { id } }"
                            + " systems(filter: {search: $text}) { nodes { id } } system(slug: \"x\") { id } }",
                    Map.of("text", text));
            assertThat(found.at("/connectors/nodes")).isEmpty();
        }
    }

    @Test
    void momentsThatNoDatabaseKeepsAreRefused() {
        for (var moment :
                List.of("tomorrow", "2026-13-01T00:00:00Z", "+999999999-01-01T00:00:00Z", "0000-01-01", "\0")) {
            var answer = program.ask(
                    "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { userErrors { code } } }",
                    Map.of("input", Map.of("name", "Test", "expiresAt", moment)));
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
            assertSafe(answer.toString());
        }
    }

    @Test
    void versionsAndLimitsTakeAnyNumber() {
        DemoShop.install(program);
        for (var requests : List.of(0, -1, Integer.MIN_VALUE)) {
            var input = new HashMap<String, Object>(DemoShop.instance("demo-password"));
            input.put("rateLimit", Map.of("requests", requests, "per", "SECOND"));
            assertThat(ApiClient.codes(DemoShop.createInstance(program, input))).containsExactly("INVALID_RATE_LIMIT");
        }
    }

    @Test
    void moreThanAMegabyteIsTooMuch() {
        var tooMuch = "{\"query\":\"{ viewer { name } } #" + "x".repeat(MEGABYTE) + "\"}";

        var withLength = program.post(tooMuch);
        var inChunks = ApiClient.send(program.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(tooMuch)))
                .build());

        assertThat(withLength.statusCode()).isEqualTo(413);
        assertThat(inChunks.statusCode()).isEqualTo(413);
        assertSafe(withLength.body());
        assertSafe(inChunks.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "3",
                "\"query\"",
                "{}",
                "{\"query\":null}",
                "{\"query\":{}}",
                "{\"query\":\"{viewer{name}}\",\"variables\":[]}",
                "{\"query\":\"{viewer{name}}\",\"variables\":\"x\"}",
                "{\"query\":\"{viewer{name}}\",\"operationName\":{}}",
                "{\"query\":\"{viewer{name}}\",\"extensions\":3}",
                "{\"query\":\"{viewer{name}}\"",
                "{\"query\":\"\u0001\"}"
            })
    void whatIsNoRequestIsABadOne(String body) {
        var answer = program.post(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertSafe(answer.body());
    }

    @Test
    void deeplyNestedJsonIsABadRequest() {
        var deep = "{\"query\":\"{viewer{name}}\",\"variables\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_001);

        assertThat(program.post(deep).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyJsonIsTaken() {
        for (var type : List.of(
                "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense")) {
            var answer = ApiClient.send(program.request("/graphql")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"query\":\"{ viewer { name } }\"}"))
                    .build());

            assertThat(answer.statusCode()).as(type).isBetween(400, 499);
            assertSafe(answer.body());
        }
        for (var method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            var answer = ApiClient.send(program.request("/graphql")
                    .method(method, BodyPublishers.noBody())
                    .build());
            assertThat(answer.statusCode()).as(method).isBetween(400, 499);
        }
    }

    @Test
    void documentsThatAreNotGraphQlAreClientErrors() {
        var documents = new ArrayList<String>(List.of(
                "",
                " ",
                "{",
                "nonsense",
                "{ nothing }",
                "{ viewer { name(x: 1) } }",
                "mutation { createConnector(input: {}) { connector { id } } }",
                "query A { viewer { name } } query B { viewer { name } }",
                "fragment f on Viewer { ...f } { viewer { ...f } }",
                "{ node(id: 3.5) { id } }",
                "subscription { x }"));
        documents.add("{ " + "viewer { company { name } } ".repeat(20_000) + "}");
        documents.add("{ viewer " + "{ company ".repeat(20_000) + "}".repeat(20_001));
        documents.add("query { a: __typename" + " @skip(if: false)".repeat(20_000) + " }");
        documents.add("{ node(id: " + "[".repeat(50_000) + ") { id } }");
        for (var document : documents) {
            var answer = program.ask(document);

            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as("%s: %s", document.substring(0, Math.min(80, document.length())), answer)
                    .isIn(
                            "GRAPHQL_PARSE_FAILED",
                            "GRAPHQL_VALIDATION_FAILED",
                            "BAD_USER_INPUT",
                            "TOO_MANY_TOKENS",
                            "QUERY_TOO_DEEP");
            assertSafe(answer.toString());
        }
    }

    @Test
    void wrongTypesOfVariablesAreBadUserInput() {
        for (Object input : List.of(3, "text", List.of(), Map.of("name", Map.of()), Map.of("unknown", 1))) {
            var answer = program.ask(
                    "mutation($input: CreateCompanyGroupInput!) { createCompanyGroup(input: $input) { userErrors { code } } }",
                    Map.of("input", input));
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as("%s", answer)
                    .isEqualTo("BAD_USER_INPUT");
            assertSafe(answer.toString());
        }
    }

    @Test
    void pagesAndIconsThatAreNotThereLeadNowhereBad() {
        var stranger = program("");
        for (var path : List.of(
                "/icons/no-such.svg",
                "/icons/..%2F..%2Fetc.svg",
                "/icons/%00.svg",
                "/graphql/x",
                "/connectors/%00",
                "/nowhere",
                "/VAADIN/nowhere.js",
                "/setup/x/y/z")) {
            HttpResponse<String> answer = ApiClient.send(stranger.request(path).build());

            assertThat(answer.statusCode()).as(path).isLessThan(500);
            assertSafe(answer.body());
        }
    }

    private static Arguments credential(String key, String value, String code) {
        var credentials = new ArrayList<>(DemoShop.credentials("demo-password"));
        credentials.removeIf(credential -> credential.get("key").equals(key));
        credentials.add(DemoShop.credential(key, value));
        return Arguments.of("credentials", credentials, code, ApiClient.text(List.of("credentials", key)));
    }

    private static void assertSafe(String body) {
        assertThat(body)
                .doesNotContain("Exception")
                .doesNotContain("io.patchbay")
                .doesNotContain("org.springframework")
                .doesNotContain("org.postgresql")
                .doesNotContain("graphql.")
                .doesNotContain("tools.jackson")
                .doesNotContain("system_access")
                .doesNotContain("select ")
                .doesNotContain("insert into")
                .doesNotContain("INTERNAL_ERROR")
                .doesNotContain("\tat ");
    }

    private int rows() {
        return program.data("{ connectors { totalCount { value } } }")
                .at("/connectors/totalCount/value")
                .asInt();
    }
}
