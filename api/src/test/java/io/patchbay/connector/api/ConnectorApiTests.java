package io.patchbay.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorApiTests extends ApiTest {

    private static final Map<String, Object> SHOP = input(
            "systemSlug", "corner-shop",
            "name", "Our shop",
            "environment", "LIVE",
            "authenticationMethod", "api-key",
            "credentials", credentials("shop", "our-shop", "api_key", "sesame"));

    @Test
    void createsAConnectorInTheOnlyGroup() {
        var answer = change("createConnector", """
                connector {
                  __typename id version name environment timeZone dateFormat status createdAt updatedAt
                  system { slug } companyGroup { name } authenticationMethod { key type }
                  credentials { key label secret isSet value }
                }
                """, SHOP);

        assertThat(codes(answer, "createConnector")).isEmpty();
        answer.path("createConnector.connector").matchesJson("""
                        {"__typename": "Connector", "name": "Our shop", "environment": "LIVE", "timeZone": "Europe/Berlin",
                         "dateFormat": "ISO_8601", "status": "NOT_CHECKED", "system": {"slug": "corner-shop"},
                         "companyGroup": {"name": "Other"}, "authenticationMethod": {"key": "api-key", "type": "API_KEY"},
                         "credentials": [
                           {"key": "shop", "label": "Shop name", "secret": false, "isSet": true, "value": "our-shop"},
                           {"key": "api_key", "label": "API key", "secret": true, "isSet": true, "value": null}]}
                        """);
    }

    @Test
    void tellsUntilWhenACredentialIsGood() {
        ask("{ node(id: \"%s\") { ... on Connector { credentials { key endsAt endIsExact } } } }"
                        .formatted(create(SHOP)))
                .path("node.credentials")
                .matchesJsonStrictly("""
                        [{"key": "shop", "endsAt": null, "endIsExact": null},
                         {"key": "api_key", "endsAt": "%s", "endIsExact": false}]
                        """.formatted(world.clock.instant().plus(Duration.ofDays(180))));
    }

    @Test
    void tellsHowLongAVendorLetsACredentialLive() {
        ask("""
                { system(slug: "corner-shop") { authenticationMethods { credentialFields {
                    key live: longestLife(environment: LIVE) test: longestLife(environment: TEST) } } } }
                """).path("system.authenticationMethods[0].credentialFields").matchesJsonStrictly("""
                        [{"key": "shop", "live": null, "test": null},
                         {"key": "api_key", "live": "P180D", "test": "P30D"}]
                        """);
    }

    @Test
    void checksAConnectorAndKeepsWhatCameOfIt() {
        var id = create(SHOP);

        ask("mutation { checkConnector(input: {id: \"" + id
                        + "\"}) { check { status reason latencyMs } userErrors { code } } }")
                .path("checkConnector")
                .matchesJsonStrictly("""
                        {"check": {"status": "OPERATIONAL", "reason": null, "latencyMs": 12}, "userErrors": []}
                        """);

        ask("{ connector(id: \"" + id + "\") { status version lastCheck { status checkedAt } } }")
                .path("connector")
                .matchesJsonStrictly("""
                        {"status": "OPERATIONAL", "version": 1,
                         "lastCheck": {"status": "OPERATIONAL", "checkedAt": "2026-11-22T12:00:00Z"}}
                        """);
    }

    @Test
    void namesTheConnectorInTheWay() {
        var first = create(SHOP);

        change("createConnector", "connector { id }", with(SHOP, "name", "Copy"))
                .path("createConnector.userErrors")
                .matchesJsonStrictly("""
                        [{"__typename": "ConnectorAlreadyExists", "code": "CONNECTOR_ALREADY_EXISTS",
                          "field": ["companyGroupId"],
                          "message": "Our shop is already the live connector for this system in this company group; choose or create another group"}]
                        """);
        ask("""
            mutation { createConnector(input: {systemSlug: "corner-shop", name: "Copy", environment: LIVE,
                authenticationMethod: "api-key", credentials: [{key: "shop", value: "s"}, {key: "api_key", value: "k"}]}) {
              userErrors { ... on ConnectorAlreadyExists { existing { id companyGroup { name } } } } } }
            """)
                .path("createConnector.userErrors[0].existing.id")
                .entity(String.class)
                .isEqualTo(first);
    }

    @Test
    void tellsEveryProblemAtOnceInTheOrderOfTheInput() {
        var answer = change(
                "createConnector",
                "connector { id }",
                with(
                        SHOP,
                        "name",
                        " ",
                        "companyGroupId",
                        "nonsense",
                        "timeZone",
                        "Mars/Olympus",
                        "dateFormat",
                        "hh",
                        "credentials",
                        credentials("shop", "NOT A SHOP", "colour", "red", "shop", "twice")));

        assertThat(codes(answer, "createConnector"))
                .containsExactly(
                        "INVALID_NAME",
                        "NOT_FOUND",
                        "INVALID_TIME_ZONE",
                        "INVALID_DATE_FORMAT",
                        "INVALID_CREDENTIAL",
                        "UNKNOWN_CREDENTIAL",
                        "DUPLICATE_CREDENTIAL",
                        "CREDENTIAL_REQUIRED");
        assertThat(answer.path("createConnector.userErrors[*].field")
                        .entityList(List.class)
                        .get())
                .startsWith(List.of("name"), List.of("companyGroupId"), List.of("timeZone"), List.of("dateFormat"))
                .endsWith(List.of("credentials", "api_key"));
        answer.path("createConnector.connector").valueIsNull();
    }

    @Test
    void refusesMethodsThatNeedTheVendorsPage() {
        var answer = change(
                "createConnector",
                "connector { id }",
                with(SHOP, "authenticationMethod", "connect", "credentials", List.of()));

        assertThat(codes(answer, "createConnector")).containsExactly("AUTHORIZATION_REQUIRED");
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        var id = create(SHOP);

        var answer = change(
                "updateConnector",
                "connector { name timeZone dateFormat }",
                input("id", id, "version", version(id), "name", "New name", "timeZone", null));

        answer.path("updateConnector.connector").matchesJsonStrictly("""
                        {"name": "New name", "timeZone": "Europe/Berlin", "dateFormat": "ISO_8601"}
                        """);
    }

    @Test
    void tellsTheSecondEditorWhatTheFirstDid() {
        var id = create(SHOP);
        var version = version(id);
        change("updateConnector", "connector { id }", input("id", id, "version", version, "name", "First"));

        ask("""
            mutation { updateConnector(input: {id: "%s", version: %d, name: "Second"}) { connector { id }
              userErrors { code field ... on StaleVersion { current { id ... on Connector { name companyGroup { name } } } } } } }
            """.formatted(id, version)).path("updateConnector.userErrors").matchesJsonStrictly("""
                        [{"code": "STALE_VERSION", "field": ["version"],
                          "current": {"id": "%s", "name": "First", "companyGroup": {"name": "Other"}}}]
                        """.formatted(id));
    }

    @Test
    void replacesTheWholeSetOfCredentials() {
        var id = create(SHOP);

        change(
                        "replaceConnectorCredentials",
                        "connector { authenticationMethod { key } credentials { key isSet value } }",
                        input(
                                "id",
                                id,
                                "version",
                                version(id),
                                "authenticationMethod",
                                "basic",
                                "credentials",
                                credentials("shop", "x", "user", "a@b.example", "password", "hush")))
                .path("replaceConnectorCredentials.connector")
                .matchesJsonStrictly("""
                        {"authenticationMethod": {"key": "basic"}, "credentials": [
                          {"key": "shop", "isSet": true, "value": "x"},
                          {"key": "user", "isSet": true, "value": "a@b.example"},
                          {"key": "password", "isSet": true, "value": null},
                          {"key": "region", "isSet": false, "value": null}]}
                        """);
    }

    @Test
    void keepsNoSecretUnderANewHost() {
        var id = create(SHOP);

        var answer = change(
                "replaceConnectorCredentials",
                "connector { id }",
                input(
                        "id",
                        id,
                        "version",
                        version(id),
                        "authenticationMethod",
                        "api-key",
                        "credentials",
                        credentials("shop", "somebody-else")));

        assertThat(codes(answer, "replaceConnectorCredentials")).containsExactly("CREDENTIAL_REQUIRED");
    }

    @Test
    void removesAConnector() {
        var id = create(SHOP);

        change("deleteConnector", "deletedConnectorId", input("id", id, "version", version(id)))
                .path("deleteConnector.deletedConnectorId")
                .entity(String.class)
                .isEqualTo(id);

        ask("{ connector(id: \"%s\") { id } }".formatted(id)).path("connector").valueIsNull();
    }

    @Test
    void namesTheConnectorsOfAGroupThatIsToGo() {
        var id = create(SHOP);
        var group = ask("{ companyGroups { nodes { id version } } }");
        var groupId =
                group.path("companyGroups.nodes[0].id").entity(String.class).get();
        var version = group.path("companyGroups.nodes[0].version")
                .entity(Integer.class)
                .get();

        ask("""
            mutation { deleteCompanyGroup(input: {id: "%s", version: %d}) { deletedCompanyGroupId
              userErrors { code field ... on CompanyGroupNotEmpty { connectors { id } } } } }
            """.formatted(groupId, version)).path("deleteCompanyGroup").matchesJsonStrictly("""
                        {"deletedCompanyGroupId": null, "userErrors": [
                          {"code": "COMPANY_GROUP_NOT_EMPTY", "field": ["id"], "connectors": [{"id": "%s"}]}]}
                        """.formatted(id));
    }

    @Test
    void filtersConnectors() {
        create(SHOP);
        create(with(SHOP, "name", "Sandbox", "environment", "TEST"));

        assertThat(names("environment: TEST")).containsExactly("Sandbox");
        assertThat(names("search: \"OUR\"")).containsExactly("Our shop");
        assertThat(names("systemSlug: \"ledger\"")).isEmpty();
        assertThat(names("status: [OPERATIONAL]")).isEmpty();
        assertThat(names("status: [NOT_CHECKED, OPERATIONAL]")).containsExactly("Sandbox", "Our shop");
        assertThat(names("status: []")).hasSize(2);
        assertThat(names("companyGroupId: \"nonsense\"")).isEmpty();
        assertThat(names("search: \"\\u0000\"")).isEmpty();
    }

    @Test
    void showsConnectorsAsWhatTheyShareWithInstances() {
        var id = create(SHOP);

        ask("{ node(id: \"%s\") { __typename id ... on SystemAccess { name system { name } } } }".formatted(id))
                .path("node")
                .matchesJsonStrictly("""
                        {"__typename": "Connector", "id": "%s", "name": "Our shop", "system": {"name": "Corner Shop"}}
                        """.formatted(id));
    }

    private List<String> names(String filter) {
        return ask("{ connectors(filter: {%s}) { nodes { name companyGroup { name } } } }".formatted(filter))
                .path("connectors.nodes[*].name")
                .entityList(String.class)
                .get();
    }

    private String create(Map<String, Object> input) {
        return change("createConnector", "connector { id }", input)
                .path("createConnector.connector.id")
                .entity(String.class)
                .get();
    }

    private int version(String id) {
        return ask("{ connector(id: \"%s\") { version } }".formatted(id))
                .path("connector.version")
                .entity(Integer.class)
                .get();
    }
}
