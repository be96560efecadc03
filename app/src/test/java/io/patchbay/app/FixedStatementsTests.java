package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What a list costs does not depend on how much of it there is: a fixed few statements. The token's own are no part of it: it
 * is looked up at most once a second, and its use noted once a minute (decision 0019).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixedStatementsTests extends WholeApplication {

    private static final int MANY = 50;

    private static final Map<String, String> FIELDS = Map.of(
            "connectors",
            DemoShop.ACCESS + " companyGroup { id version name createdAt }",
            "instances",
            DemoShop.ACCESS + " rateLimit { requests per }",
            "companyGroups",
            "id version name createdAt",
            "apiTokens",
            "id name createdAt expiresAt lastUsedAt",
            "systems",
            "id slug name installed authenticationMethods { key credentialFields { key } }",
            "needsAttention",
            "severity since remedy access { __typename id name status system { name } lastCheck { reason hint }"
                    + " ... on Connector { companyGroup { name } } }",
            "expiring",
            "kind endsAt exact credentialKey access { id name system { name } } apiToken { id name }",
            "drafts",
            "id version kind name nextStep checkable system { slug } authenticationMethod { key }"
                    + " credentials { key isSet } form { steps { title fields { key defaultValue value } } }");

    @Autowired
    private CountedStatements statements;

    private ApiClient withOne;
    private ApiClient withMany;

    @BeforeAll
    void fill() {
        withOne = programOfANewCompany();
        withMany = programOfANewCompany();
        fill(withOne, 1);
        fill(withMany, MANY);
    }

    @ParameterizedTest
    @CsvSource({
        "connectors, 2",
        "instances, 2",
        "companyGroups, 1",
        "apiTokens, 1",
        "systems, 1",
        "drafts, 2",
        "needsAttention, 3",
        "expiring, 4"
    })
    void aListCostsTheSameHoweverLongItIs(String list, int most) {
        var one = statements(withOne, document(list, 1, ""));
        var many = statements(withMany, document(list, MANY, ""));

        assertThat(many).containsExactlyElementsOf(sameLimits(one, many)).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "connectors, 1",
        "instances, 1",
        "companyGroups, 1",
        "apiTokens, 1",
        "systems, 0",
        "drafts, 1",
        "needsAttention, 1",
        "expiring, 1"
    })
    void aTotalIsCountedOnlyWhereItIsAskedForAndInOneStatement(String list, int more) {
        var without = statements(withMany, document(list, MANY, ""));
        var with = statements(withMany, document(list, MANY, "totalCount { value precision }"));

        assertThat(with).hasSize(without.size() + more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "nothing such"})
    void aSearchIsOneStatementWhetherItFindsOrNot(String text) {
        var search = "{ connectors(first: 20, filter: {search: \"%s\"}) { nodes { name } } }".formatted(text);

        assertThat(statements(withMany, search)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectors", "instances"})
    void theHistoriesOfAWholeListCostAStatementForEachDifferentQuestion(String list) {
        var history = """
                { %s(first: %d) { nodes { day: uptime(over: DAY) { share outages } month: uptime(over: MONTH) { share }
                    checks(first: 2) { nodes { status since } totalCount { value } }
                    changes: checks(first: 1, changesOnly: true) { nodes { since } } } } }""";

        var one = statements(withOne, history.formatted(list, 1));
        var many = statements(withMany, history.formatted(list, MANY));

        // The list, two spans, two parts of the history, one count.
        assertThat(many)
                .containsExactlyInAnyOrderElementsOf(sameLimits(one, many))
                .hasSize(6);
    }

    @Test
    void manyNodesCostOneStatementForEachType() {
        var ids = ids(withMany, "connectors", "instances", "companyGroups", "apiTokens", "systems", "drafts");
        var document = "query($ids: [ID!]!) { nodes(ids: $ids) { id %s } }"
                .formatted("... on Connector { companyGroup { name } } ... on System { installed }");

        var executed = statements.during(() -> assertThat(
                        withMany.data(document, Map.of("ids", ids)).get("nodes"))
                .hasSize(ids.size())
                .noneMatch(JsonNode::isNull));

        // Connectors with their groups, instances, groups, tokens, what is installed, drafts.
        assertThat(executed).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"connectors", "instances"})
    void howAWholeListWasUsedIsReadInOneStatementMore(String list) {
        var document = "{ %s(first: 50) { nodes { id %s } } }";
        var without = statements(withMany, document.formatted(list, ""));
        var with = statements(withMany, document.formatted(list, "usage { calls hours { calls p99Ms } }"));

        assertThat(with).hasSize(without.size() + 1);
    }

    @Test
    void aConnectorComesWithItsGroup() {
        var id = ids(withMany, "connectors").getFirst();

        assertThat(statements(
                        withMany,
                        "{ connector(id: \"%s\") { name system { slug } companyGroup { name } } }".formatted(id)))
                .hasSize(1);
    }

    @Test
    void aConnectorIsCreatedInFourStatementsAndShownWithTwoMore() {
        var group = DemoShop.group(withMany, "Another group");

        // Which key encrypts is asked every five seconds.
        var executed =
                statements
                        .during(() -> DemoShop.createConnector(withMany, DemoShop.connector(group, "secret")))
                        .stream()
                        .filter(sql -> !sql.endsWith("from data_key where is_primary"));

        // The group is locked, the place is looked at, the secret and the connector are written; then the group is
        // shown, and what is installed.
        assertThat(executed).hasSize(6);
    }

    private static List<String> ids(ApiClient program, String... lists) {
        return Stream.of(lists)
                .flatMap(list -> program.data("{ %s(first: 16) { nodes { id } } }".formatted(list))
                        .at("/" + list + "/nodes")
                        .valueStream())
                .map(node -> node.get("id").asString())
                .toList();
    }

    private List<String> statements(ApiClient program, String document) {
        return statements.during(() -> program.data(document));
    }

    /** The page size stands in a statement as a literal; nothing else may differ. */
    private static List<String> sameLimits(List<String> one, List<String> many) {
        return one.stream()
                .map(sql -> many.stream()
                        .filter(other -> withoutLimit(other).equals(withoutLimit(sql)))
                        .findFirst()
                        .orElse(sql))
                .toList();
    }

    private static String withoutLimit(String sql) {
        return sql.replaceAll("limit \\d+", "limit");
    }

    private static String document(String list, int first, String more) {
        return "{ %s(first: %d) { edges { cursor } nodes { %s } pageInfo { hasNextPage endCursor } %s } }"
                .formatted(list, first, FIELDS.get(list), more);
    }

    private static void fill(ApiClient program, int rows) {
        DemoShop.install(program);
        for (var row = 1; row <= rows; row++) {
            var group = DemoShop.group(program, "Group " + row);
            assertThat(ApiClient.codes(DemoShop.createConnector(program, DemoShop.connector(group, "secret"))))
                    .isEmpty();
            assertThat(ApiClient.codes(DemoShop.createInstance(program, DemoShop.instance("secret"))))
                    .isEmpty();
            assertThat(ApiClient.codes(DemoShop.draft(program, group, "secret")))
                    .isEmpty();
            var expiresAt = Instant.now().plus(Duration.ofDays(30)).toString();
            program.mutate(
                    "createApiToken",
                    "CreateApiTokenInput",
                    Map.of("name", "Token " + row, "expiresAt", expiresAt),
                    "apiToken { id }");
        }
    }
}
