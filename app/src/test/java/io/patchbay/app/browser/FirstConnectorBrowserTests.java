package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FirstConnectorBrowserTests extends BrowserTest {

    private static PatchbayServer empty;

    @BeforeAll
    static void start() {
        empty = PatchbayServer.empty();
    }

    @AfterAll
    static void stop() {
        empty.close();
    }

    @Override
    PatchbayServer server() {
        return empty;
    }

    @Test
    void isCreatedFromRegistrationOnByKeyboardAlone() {
        var anna = somebody();
        anna.page().navigate(empty.address().toString());
        var keys = anna.keys();
        assertThat(anna.heading()).hasText("Set up Patchbay");
        keys.type(anna.field("Company"), "Hartmann Outdoor");
        keys.type(anna.field("Your name"), "Anna Hartmann");
        keys.type(anna.field("E-mail address"), anna.email());
        keys.type(anna.field("Password"), User.PASSWORD);
        keys.type(anna.field("Password again"), User.PASSWORD);
        keys.activate(anna.button("Register"));

        assertThat(anna.heading()).hasText("Log in to Patchbay");
        assertThat(anna.field("Password")).isFocused();
        keys.type(User.PASSWORD);
        keys.press("Enter");

        assertThat(anna.heading()).hasText("Dashboard");
        keys.activate(anna.link(Pattern.compile("Add a connector")).first());
        keys.type(anna.field("Search"), "demo sh");
        assertThat(anna.page().getByText("One system")).isVisible();
        keys.activate(anna.link(Pattern.compile("Demo Shop")));
        keys.activate(anna.button("Add connector"));

        assertThat(anna.step("General details")).isVisible();
        keys.type(anna.field("Name"), "Demo shop");
        keys.choose(anna.radio("Live"));
        keys.activate(anna.button("Next step"));
        assertThat(anna.step("Time zone and date format")).isVisible();
        keys.activate(anna.button("Next step"));
        assertThat(anna.step("Authentication type")).isVisible();
        keys.choose(anna.radio(Pattern.compile("^API key")));
        keys.activate(anna.button("Next step"));
        assertThat(anna.step("Credentials")).isVisible();
        keys.type(anna.field("Address"), "http://localhost:8080/demo-shop");
        keys.type(anna.field("API key"), "demo-api-key");
        keys.activate(anna.button("Create connector"));

        assertThat(anna.heading()).hasText("Demo shop");
    }
}
