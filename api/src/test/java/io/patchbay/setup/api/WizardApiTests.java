package io.patchbay.setup.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.TestWorld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class WizardApiTests extends ApiTest {

    private static final String FIELD = "path key label kind secret required defaultValue isSet value";

    @Test
    void showsTheWholeWizard() {
        ask("""
            { setupForm(kind: CONNECTOR, systemSlug: "corner-shop", authenticationMethod: "basic") {
                kind system { slug } steps { step title fields { key path kind } } } }
            """).path("setupForm").matchesJsonStrictly("""
                {"kind": "CONNECTOR", "system": {"slug": "corner-shop"}, "steps": [
                  {"step": "GENERAL", "title": "General details", "fields": [
                    {"key": "name", "path": ["name"], "kind": "TEXT"},
                    {"key": "companyGroupId", "path": ["companyGroupId"], "kind": "COMPANY_GROUP"},
                    {"key": "environment", "path": ["environment"], "kind": "CHOICE"}]},
                  {"step": "TIME_AND_DATE", "title": "Time zone and date format", "fields": [
                    {"key": "timeZone", "path": ["timeZone"], "kind": "CHOICE"},
                    {"key": "dateFormat", "path": ["dateFormat"], "kind": "CHOICE_OR_TEXT"}]},
                  {"step": "AUTHENTICATION", "title": "Authentication type", "fields": [
                    {"key": "authenticationMethod", "path": ["authenticationMethod"], "kind": "CHOICE"}]},
                  {"step": "CREDENTIALS", "title": "Credentials", "fields": [
                    {"key": "shop", "path": ["credentials", "shop"], "kind": "TEXT"},
                    {"key": "user", "path": ["credentials", "user"], "kind": "EMAIL"},
                    {"key": "password", "path": ["credentials", "password"], "kind": "TEXT"},
                    {"key": "region", "path": ["credentials", "region"], "kind": "CHOICE"}]}]}
                """);
    }

    @Test
    void tellsAllThatAControlNeedsToKnow() {
        var fields = ask("""
            { setupForm(kind: CONNECTOR, systemSlug: "corner-shop", authenticationMethod: "basic") { steps { help fields {
                key label secret required defaultValue help pattern example isSet value
                options { value label available help } } } } }
            """);

        fields.path("setupForm.steps[0].fields[1]").matchesJson("""
                {"label": "Company group", "required": true, "options": null, "isSet": false, "value": null}
                """);
        fields.path("setupForm.steps[0].fields[1].defaultValue")
                .entity(String.class)
                .satisfies(id -> assertThat(GlobalId.parse(id))
                        .hasValueSatisfying(group -> assertThat(group.type()).isEqualTo(NodeType.COMPANY_GROUP)));
        fields.path("setupForm.steps[2].fields[0]").matchesJsonStrictly("""
                {"key": "authenticationMethod", "label": "How does Corner Shop let Patchbay in?", "secret": false,
                 "required": true, "defaultValue": "api-key", "help": null, "pattern": null, "example": null,
                 "isSet": false, "value": null, "options": [
                   {"value": "api-key", "label": "API key", "available": true, "help": "Made under *Settings > Keys*."},
                   {"value": "basic", "label": "User and password", "available": true, "help": null},
                   {"value": "connect", "label": "Connect by redirect", "available": true, "help": null}]}
                """);
        fields.path("setupForm.steps[3].help")
                .entity(String.class)
                .satisfies(help -> assertThat(help).startsWith("Values are kept exactly as typed"));
        fields.path("setupForm.steps[3].fields[0]").matchesJsonStrictly("""
                {"key": "shop", "label": "Shop name", "secret": false, "required": true, "defaultValue": null,
                 "help": "The part before `.corner.example`.", "pattern": "[a-z0-9-]+", "example": "my-shop",
                 "isSet": false, "value": null, "options": null}
                """);
        fields.path("setupForm.steps[3].fields[2].secret").entity(Boolean.class).isEqualTo(true);
    }

    @Test
    void hasNoFormForASystemThatIsNotThere() {
        ask("{ setupForm(kind: INSTANCE, systemSlug: \"no-such\") { kind } }")
                .path("setupForm")
                .valueIsNull();
    }

    @Test
    void tellsWhichMethodsNeedTheVendorsPage() {
        ask("{ system(slug: \"corner-shop\") { authenticationMethods { key needsRedirect } } }")
                .path("system.authenticationMethods")
                .matchesJsonStrictly("""
                        [{"key": "api-key", "needsRedirect": false}, {"key": "basic", "needsRedirect": false},
                         {"key": "connect", "needsRedirect": true}]
                        """);
    }

    @Test
    void goesFromTheFirstStepToTheConnector() {
        var id = start("corner-shop");
        walkToCredentials(id);
        save(id, 4, input("credentials", input("credentials", credentials("shop", "our-shop", "api_key", "sesame"))));

        ask("mutation { checkConnectorDraft(input: {draftId: \"" + id
                        + "\"}) { check { status latencyMs } userErrors { code } } }")
                .path("checkConnectorDraft")
                .matchesJsonStrictly("""
                        {"check": {"status": "OPERATIONAL", "latencyMs": 12}, "userErrors": []}
                        """);
        change("createConnectorFromDraft", """
                connector { name environment timeZone dateFormat authenticationMethod { key }
                  credentials { key isSet value } companyGroup { name } }
                """, input("draftId", id))
                .path("createConnectorFromDraft")
                .matchesJsonStrictly("""
                        {"connector": {"name": "Our shop", "environment": "TEST", "timeZone": "Europe/Paris",
                           "dateFormat": "UNIX_SECONDS", "authenticationMethod": {"key": "api-key"},
                           "credentials": [{"key": "shop", "isSet": true, "value": "our-shop"},
                                           {"key": "api_key", "isSet": true, "value": null}],
                           "companyGroup": {"name": "Other"}},
                         "userErrors": []}
                        """);
        ask("{ draft(id: \"" + id + "\") { id } drafts { nodes { id } } }")
                .path("drafts.nodes")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void goesFromTheFirstStepToTheInstance() {
        change("installSystem", "system { installed }", input("systemSlug", "ledger"));
        var id = change("startInstanceSetup", "draft { id }", input("systemSlug", "ledger"))
                .path("startInstanceSetup.draft.id")
                .entity(String.class)
                .get();
        save(id, 1, input("general", input("name", "Books", "environment", "LIVE")));
        save(id, 2, input("timeAndDate", input("rateLimit", input("requests", 5, "per", "MINUTE"))));
        save(id, 3, input("authentication", input("authenticationMethod", "token")));
        save(id, 4, input("credentials", input("credentials", credentials("token", "sesame"))));

        ask("{ draft(id: \"" + id + "\") { kind form { steps { fields { key value isSet } } } } }")
                .path("draft")
                .matchesJsonStrictly("""
                        {"kind": "INSTANCE", "form": {"steps": [
                          {"fields": [{"key": "name", "value": "Books", "isSet": true},
                                      {"key": "environment", "value": "LIVE", "isSet": true}]},
                          {"fields": [{"key": "timeZone", "value": "UTC", "isSet": true},
                                      {"key": "dateFormat", "value": "yyyy-MM-dd", "isSet": true},
                                      {"key": "requests", "value": "5", "isSet": true},
                                      {"key": "per", "value": "MINUTE", "isSet": true}]},
                          {"fields": [{"key": "authenticationMethod", "value": "token", "isSet": true}]},
                          {"fields": [{"key": "token", "value": null, "isSet": true}]}]}}
                        """);
        change("checkInstanceDraft", "check { status }", input("draftId", id))
                .path("checkInstanceDraft.check.status")
                .entity(String.class)
                .isEqualTo("OPERATIONAL");
        change("createInstanceFromDraft", "instance { name rateLimit { requests per } }", input("draftId", id))
                .path("createInstanceFromDraft.instance")
                .matchesJsonStrictly("""
                        {"name": "Books", "rateLimit": {"requests": 5, "per": "MINUTE"}}
                        """);
    }

    @Test
    void showsHowFarADraftIs() {
        var id = start("corner-shop");
        var empty = "{ draft(id: \"" + id + "\") { __typename version kind name nextStep checkable "
                + "system { slug } authenticationMethod { key } credentials { key } startedAt touchedAt expiresAt } }";

        ask(empty).path("draft").matchesJsonStrictly("""
                {"__typename": "Draft", "version": 1, "kind": "CONNECTOR", "name": null, "nextStep": "GENERAL",
                 "checkable": false, "system": {"slug": "corner-shop"}, "authenticationMethod": null, "credentials": [],
                 "startedAt": "2026-11-22T12:00:00Z", "touchedAt": "2026-11-22T12:00:00Z",
                 "expiresAt": "2026-12-22T12:00:00Z"}
                """);

        walkToCredentials(id);
        ask(empty).path("draft").matchesJson("""
                {"version": 4, "name": "Our shop", "nextStep": "CREDENTIALS", "checkable": true,
                 "authenticationMethod": {"key": "api-key"}, "credentials": [{"key": "shop"}, {"key": "api_key"}]}
                """);
        ask("{ node(id: \"" + id + "\") { ... on Draft { name } } }")
                .path("node.name")
                .entity(String.class)
                .isEqualTo("Our shop");
    }

    @Test
    void neverGivesASecretBack() {
        var id = start("corner-shop");
        walkToCredentials(id);
        save(id, 4, input("credentials", input("credentials", credentials("shop", "our-shop", "api_key", "sesame"))));

        ask("{ draft(id: \"" + id + "\") { credentials { key isSet value } form { steps { fields { " + FIELD
                        + " } } } } }")
                .path("draft")
                .entity(Object.class)
                .satisfies(shown -> assertThat(shown.toString())
                        .contains("our-shop", "api_key")
                        .doesNotContain("sesame"));
    }

    @Test
    void saysWhatIsWrongWithAnAnswerAndKeepsNothing() {
        var shop = input("kind", "CONNECTOR", "systemSlug", "corner-shop", "authenticationMethod", "api-key");

        assertThat(problems(validate(with(shop, "answer", input("general", input("name", " "))))))
                .containsExactly("INVALID_NAME [name]", "INVALID_INPUT [environment]");
        assertThat(problems(validate(
                        with(shop, "answer", input("timeAndDate", input("timeZone", "Mars", "dateFormat", "hh"))))))
                .containsExactly("INVALID_TIME_ZONE [timeZone]", "INVALID_DATE_FORMAT [dateFormat]");
        assertThat(problems(validate(
                        with(shop, "answer", input("authentication", input("authenticationMethod", "no-such"))))))
                .containsExactly("UNKNOWN_AUTHENTICATION_METHOD [authenticationMethod]");
        assertThat(problems(validate(with(
                        shop, "answer", input("credentials", input("credentials", credentials("shop", "A B")))))))
                .containsExactly(
                        "INVALID_CREDENTIAL [credentials, shop]", "CREDENTIAL_REQUIRED [credentials, api_key]");
        assertThat(problems(validate(with(
                        shop,
                        "systemSlug",
                        "no-such",
                        "answer",
                        input("credentials", input("credentials", List.of()))))))
                .containsExactly("NOT_FOUND [systemSlug]");
        assertThat(problems(
                        validate(with(shop, "answer", input("general", input("name", "Shop", "environment", "LIVE"))))))
                .isEmpty();
        ask("{ drafts { nodes { id } } }")
                .path("drafts.nodes")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void takesExactlyOneAnswer() {
        var both = input(
                "kind",
                "CONNECTOR",
                "systemSlug",
                "corner-shop",
                "answer",
                input("general", input("name", "Shop"), "authentication", input("authenticationMethod", "api-key")));

        for (var input : List.of(both, with(both, "answer", input()))) {
            tester().document(
                            "mutation($input: ValidateSetupStepInput!) { validateSetupStep(input: $input) { userErrors { code } } }")
                    .variable("input", input)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error -> assertThat(error.getExtensions().get("code"))
                                    .isEqualTo("BAD_USER_INPUT")));
        }
    }

    @Test
    void keepsNothingOfAnAnswerThatIsWrong() {
        var id = start("corner-shop");

        var answer = change(
                "saveSetupStep",
                "draft { id }",
                input("draftId", id, "version", 1, "answer", input("general", input("environment", "LIVE"))));

        assertThat(problems(answer.path("saveSetupStep.userErrors")
                        .entityList(Map.class)
                        .get()))
                .containsExactly("INVALID_NAME [name]");
        ask("{ draft(id: \"" + id + "\") { version nextStep } }").path("draft").matchesJsonStrictly("""
                        {"version": 1, "nextStep": "GENERAL"}
                        """);
    }

    @Test
    void tellsTheSecondEditorWhatTheFirstAnswered() {
        var id = start("corner-shop");
        save(id, 1, input("general", input("name", "First", "environment", "LIVE")));

        ask("""
            mutation { saveSetupStep(input: {draftId: "%s", version: 1, answer: {general: {name: "Second"}}}) {
              draft { id } userErrors { code field ... on StaleVersion { current { id ... on Draft { name version } } } } } }
            """.formatted(id)).path("saveSetupStep").matchesJsonStrictly("""
                {"draft": null, "userErrors": [{"code": "STALE_VERSION", "field": ["version"],
                  "current": {"id": "%s", "name": "First", "version": 2}}]}
                """.formatted(id));
    }

    @Test
    void saysWhichStepIsMissing() {
        var id = start("corner-shop");

        ask("""
            mutation { createConnectorFromDraft(input: {draftId: "%s"}) { connector { id }
              userErrors { __typename code field message ... on StepNotReachable { missing } } } }
            """.formatted(id)).path("createConnectorFromDraft").matchesJsonStrictly("""
                {"connector": null, "userErrors": [{"__typename": "StepNotReachable", "code": "STEP_NOT_REACHABLE",
                  "field": null, "message": "Answer the general details first", "missing": "GENERAL"}]}
                """);
    }

    @Test
    void saysWhatIsMissingBeforeItChecksOrCreates() {
        var id = start("corner-shop");
        walkToCredentials(id);

        for (var mutation : List.of("checkConnectorDraft", "createConnectorFromDraft")) {
            var answer = change(mutation, "__typename", input("draftId", id));
            assertThat(problems(answer.path(mutation + ".userErrors")
                            .entityList(Map.class)
                            .get()))
                    .containsExactly(
                            "CREDENTIAL_REQUIRED [credentials, shop]", "CREDENTIAL_REQUIRED [credentials, api_key]");
        }
    }

    @Test
    void listsDraftsByKind() {
        change("installSystem", "system { installed }", input("systemSlug", "corner-shop"));
        var older = start("corner-shop");
        var newer = start("ledger");
        change("startInstanceSetup", "draft { id }", input("systemSlug", "corner-shop"));

        ask("{ drafts(filter: {kind: CONNECTOR}) { nodes { id kind } totalCount { value precision } } }")
                .path("drafts")
                .matchesJsonStrictly("""
                        {"nodes": [{"id": "%s", "kind": "CONNECTOR"}, {"id": "%s", "kind": "CONNECTOR"}],
                         "totalCount": {"value": 2, "precision": "EXACT"}}
                        """.formatted(newer, older));
        ask("{ drafts(first: 1) { nodes { kind } pageInfo { hasNextPage } totalCount { value } } }")
                .path("drafts")
                .matchesJsonStrictly("""
                        {"nodes": [{"kind": "INSTANCE"}], "pageInfo": {"hasNextPage": true}, "totalCount": {"value": 3}}
                        """);
    }

    @Test
    void throwsADraftAwayWithItsSecrets() {
        var secrets = world.secrets.size();
        var id = start("corner-shop");
        walkToCredentials(id);
        save(id, 4, input("credentials", input("credentials", credentials("api_key", "sesame"))));

        change("discardDraft", "discardedDraftId", input("draftId", id))
                .path("discardDraft")
                .matchesJsonStrictly("{\"discardedDraftId\": \"" + id + "\", \"userErrors\": []}");

        assertThat(world.secrets.size()).isEqualTo(secrets);
        assertThat(codes(change("discardDraft", "discardedDraftId", input("draftId", id)), "discardDraft"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void keepsTheDraftsOfProgramsAndPeopleApart() {
        var mine = start("corner-shop");
        var program = TestWorld.done(world.apiAccess.create("ERP", null)).token();
        world.viewer.actAs(new Viewer.Program(program));

        var own = start("corner-shop");

        ask("{ draft(id: \"" + mine + "\") { id } drafts { nodes { id } } }")
                .path("")
                .matchesJsonStrictly("{\"draft\": null, \"drafts\": {\"nodes\": [{\"id\": \"" + own + "\"}]}}");
    }

    @Test
    void hasNoExpiredDrafts() {
        var id = start("corner-shop");

        world.clock.goOn(Duration.ofDays(30));

        ask("{ draft(id: \"" + id + "\") { id } drafts { nodes { id } totalCount { value } } }")
                .path("")
                .matchesJsonStrictly("{\"draft\": null, \"drafts\": {\"nodes\": [], \"totalCount\": {\"value\": 0}}}");
        world.clock.goOn(Duration.ofDays(-30));
    }

    private String start(String system) {
        return change("startConnectorSetup", "draft { id }", input("systemSlug", system))
                .path("startConnectorSetup.draft.id")
                .entity(String.class)
                .get();
    }

    private void walkToCredentials(String id) {
        save(id, 1, input("general", input("name", "Our shop", "environment", "TEST")));
        save(id, 2, input("timeAndDate", input("timeZone", "Europe/Paris", "dateFormat", "UNIX_SECONDS")));
        save(id, 3, input("authentication", input("authenticationMethod", "api-key")));
    }

    private void save(String id, int version, Map<String, Object> answer) {
        var saved = change(
                "saveSetupStep", "draft { version }", input("draftId", id, "version", version, "answer", answer));
        assertThat(codes(saved, "saveSetupStep")).isEmpty();
    }

    @SuppressWarnings("rawtypes")
    private List<Map> validate(Map<String, Object> input) {
        GraphQlTester.Response answer =
                tester().document("""
                        mutation($input: ValidateSetupStepInput!) { validateSetupStep(input: $input) {
                          userErrors { code field message } } }
                        """).variable("input", input).execute();
        return answer.path("validateSetupStep.userErrors").entityList(Map.class).get();
    }

    @SuppressWarnings("rawtypes")
    private static List<String> problems(List<Map> userErrors) {
        return userErrors.stream()
                .map(error -> error.get("code") + " " + error.get("field"))
                .toList();
    }
}
