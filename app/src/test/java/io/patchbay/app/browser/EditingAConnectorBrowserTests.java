package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EditingAConnectorBrowserTests extends BrowserTest {

    @Test
    void tellsTheSecondOfTwoEditorsAndLosesNothingTheyTyped() {
        var anna = administrator();
        openSettings(anna, "Shop");
        var ben = inAnotherBrowser(anna);
        ben.page().navigate(anna.page().url());
        assertThat(ben.field("Name")).hasValue("Shop");

        anna.field("Name").fill("Shop of Anna");
        anna.button("Save settings").click();
        assertThat(anna.page().getByText("The settings are saved")).isVisible();
        ben.field("Name").fill("Shop of Ben");
        ben.button("Save settings").click();

        var alert = ben.page().getByRole(AriaRole.ALERT);
        assertThat(alert.getByText("Somebody else changed this meanwhile")).isVisible();
        assertThat(alert.getByText("Now: Shop of Anna")).isVisible();
        assertThat(ben.field("Name")).hasValue("Shop of Ben");
        ben.button("Go on with mine").click();
        assertThat(ben.field("Name")).hasValue("Shop of Ben");
        ben.button("Save settings").click();
        assertThat(ben.heading()).hasText("Shop of Ben");
    }

    @Test
    void isRemovedOnceItsNameWasTyped() {
        var anna = administrator();
        openSettings(anna, "Short-lived");

        anna.button("Remove…").click();
        assertThat(anna.dialog()).containsText("Remove Short-lived?");
        anna.button("Remove for good").click();
        assertThat(anna.dialog()).containsText("This is not its name; type “Short-lived”");
        anna.dialog().getByRole(AriaRole.TEXTBOX).fill("Short-lived");
        anna.button("Remove for good").click();

        assertThat(anna.page().getByText("Short-lived is removed")).isVisible();
        assertThat(anna.heading()).hasText("Manage your connectors");
        assertThat(anna.link(Pattern.compile("Short-lived"))).hasCount(0);
    }

    @Test
    void replacesTheWholeSetOfCredentials() {
        var anna = administrator();
        openSettings(anna, "New keys");

        anna.button("Type a new set").click();
        anna.radio("API key").check();
        assertThat(anna.field("Address")).hasValue("");
        anna.field("API key").fill("a-newer-key");
        anna.button("Replace credentials").click();
        assertThat(anna.page().getByText("Enter Address")).isVisible();
        anna.field("Address").fill("http://localhost:8080/demo-shop");
        anna.field("API key").fill("a-newer-key");
        anna.button("Replace credentials").click();

        assertThat(anna.page().getByText("The credentials are replaced")).isVisible();
        anna.page().navigate(anna.page().url().replace("/settings", ""));
        assertThat(anna.page().getByText("Saved; it is never shown again")).isVisible();
        assertThat(anna.page().content()).doesNotContain("a-newer-key");
    }

    private static void openSettings(User user, String name) {
        user.api().addConnector("demo-shop", name, user.api().firstGroup(), "LIVE");
        user.go("/connectors");
        user.link(Pattern.compile(name)).first().click();
        assertThat(user.heading()).hasText(name);
        assertThat(user.page()).hasURL(Pattern.compile(".*/connectors/[0-9a-f-]+"));
        user.page().navigate(user.page().url() + "/settings");
        assertThat(user.field("Name")).hasValue(name);
    }
}
