package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody in a browser, and what they do there in several tests. */
final class User {

    static final String PASSWORD = "a long enough password";

    private final Page page;
    private final PatchbayServer server;
    private String email = "anna-" + UUID.randomUUID() + "@example.com";

    User(Page page, PatchbayServer server) {
        this.page = page;
        this.server = server;
    }

    Page page() {
        return page;
    }

    String email() {
        return email;
    }

    Keys keys() {
        return new Keys(page);
    }

    /** Goes to a page, and waits until it is there. */
    User go(String path) {
        page.navigate(server.address() + path);
        assertThat(heading()).isVisible();
        return this;
    }

    void register() {
        go("/register");
        field("Company").fill("Hartmann Outdoor");
        field("Your name").fill("Anna Hartmann");
        field("E-mail address").fill(email);
        field("Password").fill(PASSWORD);
        field("Password again").fill(PASSWORD);
        button("Register").click();
        assertThat(page).hasURL(server.address() + "/login");
        assertThat(page.getByText("Your company is registered")).isVisible();
    }

    void logIn() {
        go("/login");
        field("E-mail address").fill(email);
        field("Password").fill(PASSWORD);
        button("Log in").click();
        assertThat(heading()).hasText("Dashboard");
    }

    void logInAs(User other) {
        email = other.email;
        logIn();
    }

    void logOut() {
        button(Pattern.compile("Menu of .*")).click();
        button("Log out").click();
        assertThat(page).hasURL(server.address() + "/login");
    }

    /** Starts a wizard for a connector to the demo shop. */
    User startConnector() {
        go("/systems/demo-shop");
        button("Add connector").click();
        assertThat(step("General details")).isVisible();
        return this;
    }

    User answerGeneral(String name, String environment) {
        field("Name").fill(name);
        radio(environment).check();
        button("Next step").click();
        assertThat(step("Time zone and date format")).isVisible();
        return this;
    }

    User acceptTimeAndDate() {
        button("Next step").click();
        assertThat(step("Authentication type")).isVisible();
        return this;
    }

    User choose(String method) {
        radio(Pattern.compile("^" + method + ".*", Pattern.DOTALL)).check();
        button("Next step").click();
        assertThat(step("Credentials")).isVisible();
        return this;
    }

    /** Goes through the wizard to its last step, for the API key. */
    User reachCredentials(String name, String environment) {
        return startConnector()
                .answerGeneral(name, environment)
                .acceptTimeAndDate()
                .choose("API key");
    }

    void typeApiKey(String key) {
        field("Address").fill("http://localhost:8080/demo-shop");
        field("API key").fill(key);
    }

    void create(String name) {
        button("Create connector").click();
        assertThat(page).hasURL(Pattern.compile(".*/connectors/[0-9a-f-]+"));
        assertThat(heading()).hasText(name);
    }

    /** Adds a connector without the wizard, with credentials that look as the system's own. */
    void addConnector(String system, String name, String group, String environment) {
        var method = method(system);
        mutate(
                "createConnector",
                "CreateConnectorInput",
                Map.of(
                        "systemSlug", system,
                        "name", name,
                        "companyGroupId", group,
                        "environment", environment,
                        "authenticationMethod", method.get("key"),
                        "credentials", credentials(method)));
    }

    void addInstance(String system, String name) {
        var method = method(system);
        mutate("installSystem", "InstallSystemInput", Map.of("systemSlug", system));
        mutate(
                "createInstance",
                "CreateInstanceInput",
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
        return at(
                graphql(
                        "mutation($name: String!) { createApiToken(input: {name: $name}) { secret } }",
                        Map.of("name", name)),
                "createApiToken",
                "secret");
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

    private void mutate(String mutation, String type, Map<String, ?> input) {
        var answer = graphql(
                "mutation($input: %s!) { %s(input: $input) { userErrors { message field } } }"
                        .formatted(type, mutation),
                Map.of("input", input));
        List<?> errors = at(answer, mutation, "userErrors");
        if (!errors.isEmpty()) {
            throw new AssertionError(input + " was refused: " + errors);
        }
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

    /** The page's one heading of the first level. */
    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** The heading of a step of the wizard. */
    Locator step(String title) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setLevel(2).setName(title).setExact(true));
    }

    Locator field(String label) {
        return page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .or(page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true)));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator radio(String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator radio(Pattern name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.ALERTDIALOG));
    }
}
