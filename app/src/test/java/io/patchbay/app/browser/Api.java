package io.patchbay.app.browser;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The GraphQL API, asked from a page with the cookie of the login, as a script of that page may. */
record Api(Page page) {

    /** Adds a connector without the wizard, with credentials that look as the system's own. Gives its id. */
    String addConnector(String system, String name, String group, String environment) {
        var method = method(system);
        var answer = mutate(
                "createConnector",
                "CreateConnectorInput",
                "connector { id }",
                Map.of(
                        "systemSlug", system,
                        "name", name,
                        "companyGroupId", group,
                        "environment", environment,
                        "authenticationMethod", method.get("key"),
                        "credentials", credentials(method)));
        return at(answer, "connector", "id");
    }

    /** Asks the connector's system, and gives the status that was found. */
    String check(String connector) {
        return at(
                mutate("checkConnector", "CheckInput", "check { status }", Map.of("id", connector)), "check", "status");
    }

    void addInstance(String system, String name) {
        var method = method(system);
        mutate("installSystem", "InstallSystemInput", "", Map.of("systemSlug", system));
        mutate(
                "createInstance",
                "CreateInstanceInput",
                "instance { id }",
                Map.of(
                        "systemSlug",
                        system,
                        "name",
                        name,
                        "environment",
                        "LIVE",
                        "authenticationMethod",
                        method.get("key"),
                        "credentials",
                        credentials(method)));
    }

    /** The id of the company's first group. */
    String firstGroup() {
        return at(graphql("{ companyGroups { nodes { id } } }", Map.of()), "companyGroups", "nodes", 0, "id");
    }

    String addGroup(String name) {
        return at(
                graphql(
                        "mutation($name: String!) { createCompanyGroup(input: {name: $name}) { companyGroup { id } } }",
                        Map.of("name", name)),
                "createCompanyGroup",
                "companyGroup",
                "id");
    }

    String makeToken(String name) {
        return at(mutate("createApiToken", "CreateApiTokenInput", "secret", Map.of("name", name)), "secret");
    }

    void makeToken(String name, Instant expiresAt) {
        mutate(
                "createApiToken",
                "CreateApiTokenInput",
                "secret",
                Map.of("name", name, "expiresAt", expiresAt.toString()));
    }

    private Map<String, Object> method(String system) {
        List<Map<String, Object>> methods = at(
                graphql(
                        "query($slug: String!) { system(slug: $slug) { authenticationMethods { key available"
                                + " credentialFields { key kind required example options } } } }",
                        Map.of("slug", system)),
                "system",
                "authenticationMethods");
        return methods.stream()
                .filter(method -> method.get("available").equals(true))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> credentials(Map<String, Object> method) {
        return ((List<Map<String, Object>>) method.get("credentialFields"))
                .stream()
                        .filter(field -> field.get("required").equals(true))
                        .map(field -> Map.of("key", field.get("key"), "value", value(field)))
                        .toList();
    }

    private static Object value(Map<String, Object> field) {
        return Optional.ofNullable(field.get("example")).orElseGet(() -> switch ((String) field.get("kind")) {
            case "URL" -> "https://shop.example.com";
            case "HOST" -> "files.example.com";
            case "EMAIL" -> "anna@example.com";
            case "NUMBER" -> "4711";
            case "CHOICE" -> ((List<?>) field.get("options")).getFirst();
            default -> "8f14e45fceea167a5a36dedd4bea2543";
        });
    }

    private Map<String, Object> mutate(String mutation, String type, String wanted, Map<String, ?> input) {
        var answer = graphql(
                "mutation($input: %s!) { %s(input: $input) { %s userErrors { message field } } }"
                        .formatted(type, mutation, wanted),
                Map.of("input", input));
        List<?> errors = at(answer, mutation, "userErrors");
        if (!errors.isEmpty()) {
            throw new AssertionError(input + " was refused: " + errors);
        }
        return at(answer, mutation);
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Object answer, Object... path) {
        for (var part : path) {
            answer = answer instanceof List<?> list ? list.get((int) part) : ((Map<String, Object>) answer).get(part);
        }
        return (T) answer;
    }

    /** Asks the API with the login's cookie, as the pages' own scripts may. */
    @SuppressWarnings("unchecked")
    Map<String, Object> graphql(String document, Map<String, ?> variables) {
        var answer = (Map<String, Object>) page.evaluate("""
                async ([query, variables]) => {
                  const answer = await fetch('/graphql', {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json', 'X-Patchbay-Client': 'test' },
                    body: JSON.stringify({ query, variables }),
                  });
                  return answer.json();
                }""", List.of(document, variables));
        if (answer.containsKey("errors")) {
            throw new AssertionError("GraphQL errors: " + answer);
        }
        return (Map<String, Object>) answer.get("data");
    }
}
