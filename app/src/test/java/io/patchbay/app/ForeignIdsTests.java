package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import java.util.LinkedHashMap;
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

/** A second company tries every id of the first, and gets the very answers that it gets for ids that nobody has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsTests extends WholeApplication {

    private static final String EVERYTHING = """
            {
              viewer { company { id name } }
              connectors { nodes { %1$s companyGroup { id name version } } totalCount { value } }
              instances { nodes { %1$s } totalCount { value } }
              companyGroups { nodes { id version name } totalCount { value } }
              apiTokens { nodes { id name revokedAt } totalCount { value } }
              drafts { nodes { id version name credentials { isSet } } totalCount { value } }
            }""".formatted(DemoShop.ACCESS);

    private final Map<NodeType, String> ids = new LinkedHashMap<>();
    private ApiClient owner;
    private ApiClient stranger;

    @BeforeAll
    void fillTheFirstCompany() {
        owner = programOfANewCompany();
        stranger = programOfANewCompany();
        DemoShop.install(owner);
        DemoShop.install(stranger);
        var group = DemoShop.group(owner, "Retail");
        ids.put(NodeType.COMPANY_GROUP, group);
        ids.put(
                NodeType.CONNECTOR,
                DemoShop.createConnector(owner, DemoShop.connector(group, "demo-password"))
                        .at("/connector/id")
                        .asString());
        ids.put(
                NodeType.INSTANCE,
                DemoShop.createInstance(owner, DemoShop.instance("demo-password"))
                        .at("/instance/id")
                        .asString());
        ids.put(
                NodeType.DRAFT,
                DemoShop.draft(owner, group, "demo-password").at("/draft/id").asString());
        var data = owner.data(EVERYTHING);
        ids.put(NodeType.API_TOKEN, data.at("/apiTokens/nodes/0/id").asString());
        ids.put(NodeType.COMPANY, data.at("/viewer/company/id").asString());
    }

    static Stream<Arguments> attempts() {
        var node = "query($id: ID!) { node(id: $id) { __typename id } }";
        return Stream.of(
                Arguments.of(NodeType.COMPANY, node),
                Arguments.of(NodeType.COMPANY_GROUP, node),
                Arguments.of(NodeType.CONNECTOR, node),
                Arguments.of(NodeType.INSTANCE, node),
                Arguments.of(NodeType.API_TOKEN, node),
                Arguments.of(NodeType.DRAFT, node),
                Arguments.of(NodeType.DRAFT, "query($id: ID!) { draft(id: $id) { name } }"),
                mutation(NodeType.DRAFT, "discardDraft", "draftId: $id"),
                mutation(NodeType.DRAFT, "createConnectorFromDraft", "draftId: $id"),
                mutation(NodeType.DRAFT, "createInstanceFromDraft", "draftId: $id"),
                mutation(NodeType.DRAFT, "checkConnectorDraft", "draftId: $id"),
                mutation(NodeType.DRAFT, "checkInstanceDraft", "draftId: $id"),
                mutation(
                        NodeType.DRAFT,
                        "saveSetupStep",
                        "draftId: $id, version: 1, answer: {general: {name: \"Mine\", environment: LIVE}}"),
                Arguments.of(NodeType.CONNECTOR, "query($id: ID!) { connector(id: $id) { name } }"),
                Arguments.of(NodeType.INSTANCE, "query($id: ID!) { instance(id: $id) { name } }"),
                Arguments.of(NodeType.COMPANY_GROUP, "query($id: ID!) { companyGroup(id: $id) { name } }"),
                Arguments.of(
                        NodeType.COMPANY_GROUP,
                        "query($id: ID!) { connectors(filter: {companyGroupId: $id}) { nodes { id } totalCount { value } } }"),
                mutation(NodeType.CONNECTOR, "updateConnector", "id: $id, version: 1, name: \"Mine\""),
                mutation(NodeType.CONNECTOR, "updateConnector", "id: $id, version: 7, name: \"\""),
                mutation(NodeType.CONNECTOR, "deleteConnector", "id: $id, version: 1"),
                mutation(
                        NodeType.CONNECTOR,
                        "replaceConnectorCredentials",
                        "id: $id, version: 1, authenticationMethod: \"basic\", credentials: []"),
                mutation(NodeType.INSTANCE, "updateInstance", "id: $id, version: 1, name: \"Mine\""),
                mutation(NodeType.INSTANCE, "deleteInstance", "id: $id, version: 1"),
                mutation(
                        NodeType.INSTANCE,
                        "replaceInstanceCredentials",
                        "id: $id, version: 1, authenticationMethod: \"basic\", credentials: []"),
                mutation(NodeType.COMPANY_GROUP, "renameCompanyGroup", "id: $id, version: 1, name: \"Mine\""),
                mutation(NodeType.COMPANY_GROUP, "deleteCompanyGroup", "id: $id, version: 1"),
                mutation(NodeType.API_TOKEN, "revokeApiToken", "id: $id"),
                mutation(
                        NodeType.COMPANY_GROUP,
                        "createConnector",
                        "systemSlug: \"demo-shop\", name: \"Mine\", environment: LIVE, companyGroupId: $id,"
                                + " authenticationMethod: \"basic\", credentials: ["
                                + "{key: \"address\", value: \"https://shop.example\"},"
                                + "{key: \"username\", value: \"demo\"}, {key: \"password\", value: \"demo\"}]"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void aForeignIdIsAsUnknownAsOneThatNobodyHas(NodeType type, String document) {
        var foreign = ids.get(type);
        var unknown = GlobalId.of(type, UUID.randomUUID());

        var toForeign = stranger.ask(document, Map.of("id", foreign));
        var toUnknown = stranger.ask(document, Map.of("id", unknown));

        assertThat(toForeign).isEqualTo(toUnknown);
        assertThat(toForeign.has("errors")).as("answer %s", toForeign).isFalse();
        assertThat(toForeign.toString()).doesNotContain(foreign).doesNotContain("Our shop");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void theOwnersIdIsKnownToTheOwner(NodeType type, String document) {
        if (document.startsWith("query")) {
            assertThat(owner.ask(document, Map.of("id", ids.get(type))))
                    .isNotEqualTo(owner.ask(document, Map.of("id", GlobalId.of(type, UUID.randomUUID()))));
        }
    }

    @Test
    void nothingOfTheFirstCompanyIsInTheListsOfTheSecond() {
        assertThat(stranger.data(EVERYTHING).toString()).doesNotContain(List.copyOf(ids.values()));
    }

    @Test
    void allAttemptsTogetherChangeNothingOfTheFirstCompany() {
        var before = owner.data(EVERYTHING);

        attempts()
                .forEach(attempt ->
                        stranger.ask((String) attempt.get()[1], Map.of("id", ids.get((NodeType) attempt.get()[0]))));

        assertThat(owner.data(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void anIdOfAnotherTypeIsUnknownToo() {
        for (var type : List.of(NodeType.INSTANCE, NodeType.COMPANY_GROUP, NodeType.API_TOKEN, NodeType.COMPANY)) {
            assertThat(owner.data("query($id: ID!) { connector(id: $id) { name } }", Map.of("id", ids.get(type)))
                            .get("connector")
                            .isNull())
                    .isTrue();
        }
    }

    private static Arguments mutation(NodeType type, String name, String input) {
        return Arguments.of(
                type,
                "mutation($id: ID!) { %s(input: {%s}) { __typename userErrors { __typename code field message } } }"
                        .formatted(name, input));
    }
}
