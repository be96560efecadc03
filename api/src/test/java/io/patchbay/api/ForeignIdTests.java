package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.ApiAccess;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids of another company, of another type, of nothing, and no ids at all: nobody can tell one from another. */
class ForeignIdTests extends ApiTest {

    private String connector;
    private String instance;
    private String group;
    private String token;
    private String company;
    private String draft;

    @BeforeEach
    void somebodyElseHasEverything() {
        world.installation.install("corner-shop");
        var theirConnector = world.shopConnector("Theirs");
        connector = GlobalId.of(NodeType.CONNECTOR, theirConnector.id().value());
        group = GlobalId.of(NodeType.COMPANY_GROUP, theirConnector.group().value());
        company = GlobalId.of(NodeType.COMPANY, me.companyId().value());
        instance = GlobalId.of(
                NodeType.INSTANCE,
                TestWorld.done(world.instanceSetup.create(
                                TestWorld.shopWish("Theirs", io.patchbay.system.Environment.LIVE, null)))
                        .id()
                        .value());
        draft = GlobalId.of(
                NodeType.DRAFT,
                TestWorld.done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"))
                        .id()
                        .value());
        ApiAccess.Issued issued = TestWorld.done(world.apiAccess.create("Theirs", null));
        token = GlobalId.of(NodeType.API_TOKEN, issued.token().id().value());
        actAs(world.stranger());
    }

    @Test
    void queriesFindNothing() {
        for (var id : bad()) {
            for (var query : List.of("node", "connector", "instance", "companyGroup", "draft")) {
                tester().document("query($id: ID!) { %s(id: $id) { id } }".formatted(query))
                        .variable("id", id)
                        .execute()
                        .path(query)
                        .valueIsNull();
            }
        }
        tester().document("query($ids: [ID!]!) { nodes(ids: $ids) { id } }")
                .variable("ids", bad())
                .execute()
                .path("nodes[*]")
                .entityList(Object.class)
                .satisfies(nodes -> assertThat(nodes).hasSize(bad().size()).containsOnlyNulls());
        ask("{ connectors(filter: {companyGroupId: \"%s\"}) { nodes { id } } }".formatted(group))
                .path("connectors.nodes")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void mutationsFindNothing() {
        for (var id : bad()) {
            var plain = input("id", id, "version", 1);
            notFound("updateConnector", "connector { id }", with(plain, "name", "Mine"), "id");
            notFound("updateInstance", "instance { id }", with(plain, "name", "Mine"), "id");
            notFound("deleteConnector", "deletedConnectorId", plain, "id");
            notFound("deleteInstance", "deletedInstanceId", plain, "id");
            notFound("deleteCompanyGroup", "deletedCompanyGroupId", plain, "id");
            notFound("renameCompanyGroup", "companyGroup { id }", with(plain, "name", "Mine"), "id");
            notFound("revokeApiToken", "apiToken { id }", input("id", id), "id");
            for (var mutation : List.of(
                    "createConnectorFromDraft",
                    "createInstanceFromDraft",
                    "checkConnectorDraft",
                    "checkInstanceDraft")) {
                notFound(mutation, "__typename", input("draftId", id), "draftId");
            }
            notFound("discardDraft", "discardedDraftId", input("draftId", id), "draftId");
            notFound(
                    "saveSetupStep",
                    "draft { id }",
                    input("draftId", id, "version", 1, "answer", input("general", input("name", "Mine"))),
                    "draftId");
            var credentials = with(
                    plain, "authenticationMethod", "api-key", "credentials", credentials("shop", "x", "api_key", "y"));
            notFound("replaceConnectorCredentials", "connector { id }", credentials, "id");
            notFound("replaceInstanceCredentials", "instance { id }", credentials, "id");
            notFound(
                    "createConnector",
                    "connector { id }",
                    input(
                            "systemSlug", "corner-shop",
                            "name", "Mine",
                            "companyGroupId", id,
                            "environment", "LIVE",
                            "authenticationMethod", "api-key",
                            "credentials", credentials("shop", "x", "api_key", "y")),
                    "companyGroupId");
        }
    }

    @Test
    void nothingOfAnotherCompanyWasChanged() {
        mutationsFindNothing();
        actAs(me);

        ask("{ connector(id: \"%s\") { name version } }".formatted(connector))
                .path("connector.name")
                .entity(String.class)
                .isEqualTo("Theirs");
        ask("{ draft(id: \"%s\") { version name } }".formatted(draft))
                .path("draft")
                .matchesJsonStrictly("{\"version\": 1, \"name\": null}");
        ask("{ node(id: \"%s\") { ... on ApiToken { revokedAt } } }".formatted(token))
                .path("node.revokedAt")
                .valueIsNull();
    }

    private List<String> bad() {
        return Stream.concat(
                        Stream.of(connector, instance, group, token, company, draft),
                        Stream.of(
                                GlobalId.of(NodeType.CONNECTOR, UUID.randomUUID()),
                                GlobalId.of(NodeType.CONNECTOR, new UUID(0, 0)),
                                GlobalId.of(NodeType.VIEWER, me.id().value()),
                                GlobalId.of(NodeType.SYSTEM, "no-such"),
                                "nonsense",
                                "",
                                "\0"))
                .toList();
    }

    private void notFound(String mutation, String selection, java.util.Map<String, Object> input, String field) {
        var answer = change(mutation, selection, input);

        assertThat(codes(answer, mutation)).containsExactly("NOT_FOUND");
        answer.path(mutation + ".userErrors[0].field").entityList(String.class).containsExactly(field);
    }
}
