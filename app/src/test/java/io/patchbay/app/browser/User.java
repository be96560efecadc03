package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody in a browser, and what they do there in several tests. */
final class User {

    static final String PASSWORD = "a long enough password";

    private static final Map<String, String> STEPS = Map.of(
            "General details", "general",
            "Time zone and date format", "time-and-date",
            "Authentication type", "authentication",
            "Credentials", "credentials");

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

    Api api() {
        return new Api(page);
    }

    /** Goes to a page, and waits until it is there. */
    User go(String path) {
        page.navigate(server.address() + path);
        assertThat(heading()).isVisible();
        return this;
    }

    void register() {
        fillInRegistration();
        button("Register").click();
        assertThat(page).hasURL(server.address() + "/login");
        assertThat(page.getByText("Your company is registered")).isVisible();
    }

    void fillInRegistration() {
        go("/register");
        field("Company").fill("Hartmann Outdoor");
        field("Your name").fill("Anna Hartmann");
        field("E-mail address").fill(email);
        field("Password").fill(PASSWORD);
        field("Password again").fill(PASSWORD);
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
        awaitStep("General details");
        return this;
    }

    User answerGeneral(String name, String environment) {
        field("Name").fill(name);
        radio(environment).check();
        button("Next step").click();
        awaitStep("Time zone and date format");
        return this;
    }

    User acceptTimeAndDate() {
        button("Next step").click();
        awaitStep("Authentication type");
        return this;
    }

    User choose(String method) {
        radio(Pattern.compile("^" + method + ".*", Pattern.DOTALL)).check();
        button("Next step").click();
        awaitStep("Credentials");
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

    /** The page's one heading of the first level. */
    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Waits until a step of the wizard is shown and in the address, so that a reload would show it again. */
    void awaitStep(String title) {
        var heading = new Page.GetByRoleOptions().setLevel(2).setName(title).setExact(true);
        assertThat(page.getByRole(AriaRole.HEADING, heading)).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/setup/[^/]+/" + STEPS.get(title) + "([?].*)?$"));
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
