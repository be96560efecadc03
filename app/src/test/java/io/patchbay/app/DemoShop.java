package io.patchbay.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the tests say when they make connectors and instances of the one system that needs no vendor account. */
final class DemoShop {

    /** Everything that a connector or an instance shows. */
    static final String ACCESS = """
            id version name environment timeZone dateFormat createdAt updatedAt status
            system { id slug name installed } authenticationMethod { key label }
            credentials { key label secret isSet value }
            """;

    /** Everything that a draft shows of its answers. */
    static final String DRAFT = "name credentials { key isSet value } form { steps { fields { key isSet value } } }";

    private DemoShop() {}

    /** Input for a connector that is right in every way. */
    static Map<String, Object> connector(String group, String password) {
        var input = instance(password);
        input.put("companyGroupId", group);
        return input;
    }

    /** Input for an instance that is right in every way. */
    static Map<String, Object> instance(String password) {
        var input = new HashMap<String, Object>();
        input.put("systemSlug", "demo-shop");
        input.put("name", "Our shop");
        input.put("environment", "LIVE");
        input.put("authenticationMethod", "basic");
        input.put("credentials", credentials(password));
        return input;
    }

    static List<Map<String, String>> credentials(String password) {
        return List.of(
                credential("address", "http://localhost:8080/demo-shop"),
                credential("username", "demo"),
                credential("password", password));
    }

    static Map<String, String> credential(String key, String value) {
        return Map.of("key", key, "value", value);
    }

    static JsonNode createConnector(ApiClient program, Map<String, ?> input) {
        return program.mutate(
                "createConnector",
                "CreateConnectorInput",
                input,
                "connector { " + ACCESS + " companyGroup { id name } }");
    }

    static JsonNode createInstance(ApiClient program, Map<String, ?> input) {
        return program.mutate("createInstance", "CreateInstanceInput", input, "instance { " + ACCESS + " }");
    }

    /** A wizard for a test connector of which every step is answered; gives what the last answer brought. */
    static JsonNode draft(ApiClient program, String group, String password) {
        var draft = program.mutate(
                "startConnectorSetup", "StartSetupInput", Map.of("systemSlug", "demo-shop"), "draft { id version }");
        for (var answer : List.of(
                Map.of("general", Map.of("name", "Our shop", "companyGroupId", group, "environment", "TEST")),
                Map.of("timeAndDate", Map.of()),
                Map.of("authentication", Map.of("authenticationMethod", "basic")),
                Map.of("credentials", Map.of("credentials", credentials(password))))) {
            draft = program.mutate(
                    "saveSetupStep",
                    "SaveSetupStepInput",
                    Map.of(
                            "draftId", draft.at("/draft/id").asString(),
                            "version", draft.at("/draft/version").asInt(),
                            "answer", answer),
                    "draft { id version " + DRAFT + " }");
        }
        return draft;
    }

    /** A new group of the company, by its id. */
    static String group(ApiClient program, String name) {
        return program.mutate(
                        "createCompanyGroup", "CreateCompanyGroupInput", Map.of("name", name), "companyGroup { id }")
                .at("/companyGroup/id")
                .asString();
    }

    static void install(ApiClient program) {
        program.mutate("installSystem", "InstallSystemInput", Map.of("systemSlug", "demo-shop"), "system { id }");
    }
}
