package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The header {@code Idempotency-Key}. */
class RepeatingRequestsTests extends WholeApplication {

    private static final String CREATE_GROUP = """
            mutation($input: CreateCompanyGroupInput!) {
              createCompanyGroup(input: $input) { companyGroup { id name version } userErrors { code } }
            }
            """;
    private static final String CREATE_TOKEN = """
            mutation($input: CreateApiTokenInput!) {
              made: createApiToken(input: $input) { shown: secret apiToken { id } userErrors { code } }
            }
            """;

    /** The group that a company begins with. */
    private static final String FIRST = "Anna's shops";

    @Autowired
    private PlatformTransactionManager transactions;

    private final String key = UUID.randomUUID().toString();
    private UUID company;
    private ApiClient program;

    @BeforeEach
    void actAsANewCompany() {
        var registered = companies.register();
        company = registered.person().companyId().value();
        program = program(registered.token());
    }

    @Test
    void fiftyAtOnceMakeOneConnectorAndGetTheSameAnswer() throws Exception {
        var group = DemoShop.group(program, "Shop");
        var document = """
                mutation($input: CreateConnectorInput!) {
                  createConnector(input: $input) {
                    connector { id name createdAt companyGroup { name } } userErrors { code message }
                  }
                }
                """;

        var answers = atOnce(50, () -> send(key, document, DemoShop.connector(group, "sesame")));

        assertThat(answers)
                .extracting(answer -> answer.get("data"))
                .containsOnly(answers.getFirst().get("data"));
        assertThat(answers.getFirst()
                        .at("/data/createConnector/connector/companyGroup/name")
                        .asString())
                .isEqualTo("Shop");
        assertThat(answers.stream().filter(answer -> repeated(answer)).count()).isEqualTo(49);
        assertThat(program.data("{ connectors { nodes { id } } }").at("/connectors/nodes"))
                .hasSize(1);
    }

    @Test
    void aKeyOfFingerprintsThatCannotBeDecryptedStopsNobody() {
        jdbc.sql("""
                        with lost as (
                            insert into secret (company_id, id, version, data_key_id, ciphertext, created_at)
                            select ?, gen_random_uuid(), 1, id, decode('00', 'hex'), now() from data_key where is_primary
                            returning company_id, id)
                        insert into fingerprint_key (company_id, secret_id) select company_id, id from lost
                        """).param(company).update();

        var first = send(key, CREATE_GROUP, Map.of("name", "Shop"));
        var second = send(key, CREATE_GROUP, Map.of("name", "Shop"));

        assertThat(first.at("/data/createCompanyGroup/companyGroup/id").asString(null))
                .as(first.toString())
                .isNotNull();
        assertThat(repeated(second)).isTrue();
        assertThat(groups()).containsExactly("Shop", FIRST);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        send(key, CREATE_GROUP, Map.of("name", "Shop"));

        assertThat(code(send(key, CREATE_GROUP, Map.of("name", "Bank")))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(send(key, CREATE_GROUP.replace("version", ""), Map.of("name", "Shop"))))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(groups()).containsExactly("Shop", FIRST);
    }

    @Test
    void whiteSpaceAndTheOrderOfVariablesMakeNoOtherRequest() {
        var there = new LinkedHashMap<String, Object>(Map.of("name", "Sync"));
        there.put("expiresAt", "2099-01-01T00:00:00Z");
        var back = new LinkedHashMap<String, Object>(Map.of("expiresAt", "2099-01-01T00:00:00Z"));
        back.put("name", "Sync");

        var first = send(key, CREATE_TOKEN, there);
        var second = send('"' + key + '"', CREATE_TOKEN.replace("\n", "   \n"), back);

        assertThat(first.at("/data/made/apiToken")).isNotEmpty().isEqualTo(second.at("/data/made/apiToken"));
    }

    /** Clients with automatic persisted queries send a hash, and the document only where nobody knows it. */
    @Test
    void aDocumentThatOnlyItsHashNamesIsTheSameRequest() {
        var hash = sha256(CREATE_GROUP);
        var unknown = persisted(hash, null, Map.of("name", "Shop"));
        var first = persisted(hash, CREATE_GROUP, Map.of("name", "Shop"));
        var second = persisted(hash, null, Map.of("name", "Shop"));
        var another = persisted(hash, null, Map.of("name", "Bank"));

        assertThat(code(unknown)).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(repeated(first)).isFalse();
        assertThat(repeated(second)).isTrue();
        assertThat(second.get("data")).isEqualTo(first.get("data"));
        assertThat(code(another)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(repeated(send(key, CREATE_GROUP, Map.of("name", "Shop")))).isTrue();
        assertThat(groups()).containsExactly("Shop", FIRST);
    }

    @Test
    void whatIsShownOnceIsNotKept() {
        var first = send(key, CREATE_TOKEN, Map.of("name", "Sync"));
        var second = send(key, CREATE_TOKEN, Map.of("name", "Sync"));

        var secret = first.at("/data/made/shown").asString();
        assertThat(program(secret)
                        .data("{ viewer { name } }")
                        .at("/viewer/name")
                        .asString())
                .isEqualTo("Sync");
        assertThat(second.at("/data/made/apiToken")).isEqualTo(first.at("/data/made/apiToken"));
        assertThat(second.at("/data/made/shown").isNull()).isTrue();
        assertThat(repeated(second)).isTrue();
        assertThat(kept()).hasSize(1).noneMatch(row -> row.contains(secret));
    }

    @Test
    void nothingOfWhatWasSentIsKeptEither() {
        var group = DemoShop.group(program, "Shop");
        send(
                key,
                "mutation($input: CreateConnectorInput!) { createConnector(input: $input) { connector { id } } }",
                DemoShop.connector(group, "recognisable-secret"));

        assertThat(kept()).hasSize(1).noneMatch(row -> row.contains("recognisable-secret"));
    }

    @Test
    void whereKeepingTheAnswerFailsNothingIsDone() {
        jdbc.sql("""
                create function fail() returns trigger language plpgsql as $$ begin raise exception 'The power is out'; end $$;
                create trigger fail before update on kept_answer for each row when (new.idempotency_key = '%s')
                execute function fail()
                """.formatted(key)).update();
        try {
            var answer = send(key, CREATE_GROUP, Map.of("name", "Shop"));

            assertThat(code(answer)).isEqualTo("INTERNAL_ERROR");
            assertThat(answer.path("data").path("createCompanyGroup").isObject())
                    .isFalse();
            assertThat(groups()).containsExactly(FIRST);
            assertThat(kept()).isEmpty();
        } finally {
            jdbc.sql("drop trigger fail on kept_answer; drop function fail()").update();
        }

        assertThat(repeated(send(key, CREATE_GROUP, Map.of("name", "Shop")))).isFalse();
        assertThat(groups()).containsExactly("Shop", FIRST);
    }

    @Test
    void aRefusalIsNotKeptAndLeavesNothing() {
        var taken = send(key, CREATE_GROUP, Map.of("name", FIRST));
        assertThat(taken.at("/data/createCompanyGroup/userErrors/0/code").asString())
                .isEqualTo("NAME_TAKEN");
        assertThat(kept()).isEmpty();

        var other = program.data("{ companyGroups { nodes { id version } } }").at("/companyGroups/nodes/0");
        program.mutate(
                "renameCompanyGroup",
                "RenameCompanyGroupInput",
                Map.of("id", other.get("id").asString(), "version", 1, "name", "Rest"),
                "companyGroup { id }");

        assertThat(send(key, CREATE_GROUP, Map.of("name", FIRST)).at("/data/createCompanyGroup/userErrors"))
                .isEmpty();
        assertThat(groups()).containsExactly(FIRST, "Rest");
    }

    @Test
    void aKeyIsOfOneTokenAndOneOperation() {
        var other = program(send("another", CREATE_TOKEN, Map.of("name", "Sync"))
                .at("/data/made/shown")
                .asString());

        send(key, CREATE_GROUP, Map.of("name", "Shop"));

        assertThat(code(send(other, key, CREATE_GROUP, Map.of("name", "Bank")))).isNull();
        assertThat(code(send(key, CREATE_TOKEN, Map.of("name", "Shop")))).isNull();
        assertThat(groups()).containsExactly("Bank", "Shop", FIRST);
    }

    @Test
    void afterADayAKeyIsFreeAgain() {
        send(key, CREATE_GROUP, Map.of("name", "Shop"));
        jdbc.sql(
                        "update kept_answer set kept_until = now() where idempotency_key = ? and kept_until > now() + interval '23 hours'")
                .param(key)
                .update();

        assertThat(repeated(send(key, CREATE_GROUP, Map.of("name", "Bank")))).isFalse();
        assertThat(groups()).containsExactly("Bank", "Shop", FIRST);
    }

    @Test
    void whoeverFindsItStillBeingAnsweredIsToldSoInTheEnd() {
        send("first", CREATE_GROUP, Map.of("name", "Shop"));
        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            jdbc.sql("select 1 from kept_answer where idempotency_key = 'first' for update")
                    .query(Integer.class)
                    .list();
            jdbc.sql("update kept_answer set idempotency_key = ? where idempotency_key = 'first' and company_id = ?")
                    .params(key, company)
                    .update();

            assertThat(code(send(key, CREATE_GROUP, Map.of("name", "Bank")))).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
            held.setRollbackOnly();
        });
        assertThat(groups()).containsExactly("Shop", FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\"open", "\"\"", "a\"b", "a\\b"})
    void aMalformedKeyIsRefused(String malformed) {
        assertThat(code(send(malformed, CREATE_GROUP, Map.of("name", "Shop")))).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(groups()).containsExactly(FIRST);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThat(code(send("k".repeat(128), CREATE_GROUP, Map.of("name", "Shop"))))
                .isNull();
        assertThat(code(send("k".repeat(129), CREATE_GROUP, Map.of("name", "Bank"))))
                .isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void aDocumentWithSeveralMutationsIsRefused() {
        var two = """
                mutation { ...both __typename }
                fragment both on Mutation {
                  a: createCompanyGroup(input: {name: "A"}) { userErrors { code } }
                  b: createCompanyGroup(input: {name: "B"}) { userErrors { code } }
                }
                """;

        assertThat(code(send(key, two, Map.of()))).isEqualTo("IDEMPOTENCY_KEY_NEEDS_ONE_MUTATION");
        assertThat(groups()).containsExactly(FIRST);
    }

    @Test
    void aQueryIsAnsweredAnewAndAMutationThatWaitsToo() {
        var group = DemoShop.group(program, "Shop");
        var connector = DemoShop.createConnector(program, DemoShop.connector(group, "wrong"))
                .at("/connector/id")
                .asString();
        var check =
                "mutation($input: CheckInput!) { checkConnector(input: $input) { check { status } userErrors { code } } }";

        for (var time = 1; time <= 2; time++) {
            assertThat(send(key, "{ viewer { name } }", Map.of()).has("extensions"))
                    .isFalse();
            var checked = send(key, check, Map.of("id", connector));
            assertThat(checked.at("/data/checkConnector/check/status").asString())
                    .isNotEmpty();
            assertThat(repeated(checked)).isFalse();
        }
        assertThat(kept()).isEmpty();
    }

    private List<String> kept() {
        return jdbc.sql("select kept_answer::text from kept_answer where company_id = ?")
                .param(company)
                .query(String.class)
                .list();
    }

    private List<String> groups() {
        return program.data("{ companyGroups { nodes { name } } }")
                .at("/companyGroups/nodes")
                .valueStream()
                .map(group -> group.get("name").asString())
                .toList();
    }

    private JsonNode send(String withKey, String document, Map<String, ?> input) {
        return send(program, withKey, document, input);
    }

    private static JsonNode send(ApiClient sender, String withKey, String document, Map<String, ?> input) {
        return send(sender, withKey, Map.of("query", document, "variables", Map.of("input", input)));
    }

    private JsonNode persisted(String hash, @Nullable String document, Map<String, ?> input) {
        var request = new LinkedHashMap<String, Object>(Map.of(
                "variables",
                Map.of("input", input),
                "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash))));
        if (document != null) {
            request.put("query", document);
        }
        return send(program, key, request);
    }

    private static JsonNode send(ApiClient sender, String withKey, Map<String, ?> request) {
        return ApiClient.json(ApiClient.send(sender.request("/graphql")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", withKey)
                .POST(BodyPublishers.ofString(ApiClient.text(request)))
                .build()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static boolean repeated(JsonNode answer) {
        return answer.at("/extensions/idempotency/repeated").asBoolean(false);
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString(null);
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(it -> threads.submit(action))
                    .toList();
            var results = new java.util.ArrayList<T>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
