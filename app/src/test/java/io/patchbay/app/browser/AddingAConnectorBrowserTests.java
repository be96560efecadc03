package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AddingAConnectorBrowserTests extends BrowserTest {

    private static final String SECRET = "Sesame-Öffne-Dich-7261";
    private static final String ADDRESS = "http://localhost:8080/demo-shop";

    @Test
    void goesBackToFinishedStepsByTheirTabsAndByTheBrowser() {
        var anna = administrator().reachCredentials("Back and forth", "Live");
        var page = anna.page();

        goTo(anna, "General details");
        assertThat(anna.field("Name")).hasValue("Back and forth");
        goTo(anna, "Authentication type");
        page.goBack();
        assertThat(anna.step("General details")).isVisible();
        page.goBack();
        assertThat(anna.step("Credentials")).isVisible();
        page.goBack();
        assertThat(anna.step("Authentication type")).isVisible();
        assertThat(anna.radio(Pattern.compile("^API key"))).isChecked();
        page.goForward();
        assertThat(anna.step("Credentials")).isVisible();
    }

    @Test
    void saysWhyAStepCannotBeReachedYet() {
        var anna = administrator().startConnector();
        var reason = anna.page().getByRole(AriaRole.ALERT).getByText("Answer the general details first");

        // Forced, because the tab says itself that it is disabled.
        tab(anna, "Credentials").click(new Locator.ClickOptions().setForce(true));
        assertThat(reason).isVisible();

        var address = anna.page().url().replace("/general", "/credentials");
        anna.page().navigate(address);
        assertThat(anna.step("General details")).isVisible();
        assertThat(reason).isVisible();
    }

    @Test
    void keepsTheAnswersOfEachStepOverAReload() {
        var anna = administrator().reachCredentials("Kept over reloads", "Test");
        var page = anna.page();
        anna.typeApiKey(SECRET);
        // Leaving the step keeps what was typed there.
        goTo(anna, "General details");

        page.reload();
        assertThat(anna.field("Name")).hasValue("Kept over reloads");
        assertThat(anna.field("Company group")).hasValue("Hartmann Outdoor");
        assertThat(anna.radio("Test")).isChecked();
        goTo(anna, "Time zone and date format");
        anna.field("Time zone of the system").fill("Europe/Berlin");
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Europe/Berlin"))
                .click();
        anna.button("Next step").click();
        assertThat(anna.step("Authentication type")).isVisible();
        page.reload();
        assertThat(anna.radio(Pattern.compile("^API key"))).isChecked();
        goTo(anna, "Time zone and date format");
        page.reload();
        assertThat(anna.field("Time zone of the system")).hasValue(Pattern.compile("^Europe/Berlin.*"));
        goTo(anna, "Credentials");
        page.reload();
        assertThat(anna.field("Address")).hasValue(ADDRESS);
        assertThat(page.getByText("Saved. Leave it empty to keep it.")).isVisible();
        anna.create("Kept over reloads");
    }

    @Test
    void isResumedAfterLogoutAndInAnotherBrowser() {
        var anna = administrator().startConnector().answerGeneral("Unfinished business", "Live");

        anna.logOut();
        anna.logIn();
        resume(anna, "Unfinished business");
        assertThat(anna.step("Time zone and date format")).isVisible();
        anna.acceptTimeAndDate();

        var elsewhere = inAnotherBrowser(anna);
        elsewhere.go("/connectors/new");
        resume(elsewhere, "Unfinished business");
        assertThat(elsewhere.step("Authentication type")).isVisible();
        elsewhere.choose("API key").typeApiKey(SECRET);
        elsewhere.create("Unfinished business");
    }

    @Test
    void isResumedAfterTheServerWasKilled() {
        var anna = administrator().reachCredentials("Survivor", "Live");
        anna.typeApiKey(SECRET);
        goTo(anna, "General details");
        anna.page().navigate("about:blank");

        server().killAndStartAgain();

        anna.logIn();
        resume(anna, "Survivor");
        assertThat(anna.step("Credentials")).isVisible();
        assertThat(anna.page().getByText("Saved. Leave it empty to keep it.")).isVisible();
        anna.create("Survivor");
    }

    @Test
    void namesTheConnectorInTheWayAndGoesOnInANewGroup() {
        var anna = administrator();
        anna.reachCredentials("First in place", "Live").typeApiKey(SECRET);
        anna.create("First in place");

        anna.startConnector();
        anna.field("Name").fill("Second in place");
        anna.radio("Live").check();
        anna.button("Next step").click();
        var alert = anna.page().getByRole(AriaRole.ALERT);
        assertThat(alert.getByText("First in place is already the live connector for this system"))
                .isVisible();
        assertThat(alert.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open First in place")))
                .hasAttribute("href", Pattern.compile(".*connectors/.+"));
        alert.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create a company group"))
                .click();
        anna.field("Name of the group").fill("Outlet");
        anna.button("Create").click();

        assertThat(anna.field("Company group")).hasValue("Outlet");
        assertThat(anna.field("Name")).hasValue("Second in place");
        assertThat(anna.radio("Live")).isChecked();
        anna.button("Next step").click();
        anna.acceptTimeAndDate().choose("API key").typeApiKey(SECRET);
        anna.create("Second in place");
        assertThat(anna.page().getByText("Demo Shop · Outlet · Live")).isVisible();
    }

    @Test
    void findsThePlaceTakenMeanwhileAndLosesNothingTyped() {
        var anna = administrator().reachCredentials("Slow", "Live");
        var colleague = inAnotherBrowser(anna).reachCredentials("Fast", "Live");
        colleague.typeApiKey(SECRET);
        colleague.create("Fast");

        anna.typeApiKey(SECRET);
        anna.button("Create connector").click();

        assertThat(anna.page().getByText("Fast is already the live connector for this system"))
                .isVisible();
        assertThat(anna.link("Open Fast")).isVisible();
        assertThat(anna.field("Address")).hasValue(ADDRESS);
        assertThat(anna.page().getByText("Saved. Leave it empty to keep it.")).isVisible();
        goTo(anna, "General details");
        assertThat(anna.field("Name")).hasValue("Slow");
        anna.page().locator(".pb-with-action").getByRole(AriaRole.BUTTON).last().click();
        anna.field("Name of the group").fill("Slow food");
        anna.button("Create").click();
        assertThat(anna.field("Company group")).hasValue("Slow food");
        anna.button("Next step").click();
        assertThat(anna.step("Time zone and date format")).isVisible();
        goTo(anna, "Credentials");
        anna.create("Slow");
    }

    @Test
    void warnsBeforeAnotherAuthenticationTypeDropsTheCredentials() {
        var anna = administrator().reachCredentials("Changed my mind", "Live");
        anna.typeApiKey(SECRET);
        goTo(anna, "Authentication type");

        anna.radio(Pattern.compile("^Access token")).check();
        anna.button("Next step").click();
        assertThat(anna.dialog()).containsText("Drop the saved credentials?");
        anna.button("Cancel").click();
        goTo(anna, "Credentials");
        assertThat(anna.field("API key")).isVisible();
        assertThat(anna.field("Address")).hasValue(ADDRESS);

        goTo(anna, "Authentication type");
        anna.radio(Pattern.compile("^Access token")).check();
        anna.button("Next step").click();
        anna.button("Drop and change").click();
        assertThat(anna.step("Credentials")).isVisible();
        assertThat(anna.field("Access token")).hasValue("");
        assertThat(anna.field("Address")).hasValue("");
        assertThat(anna.page().getByText("Saved. Leave it empty to keep it.")).hasCount(0);
    }

    @Test
    void neverShowsASavedSecretAgain() {
        var anna = administrator();
        var heard = new StringBuffer();
        anna.page().onResponse(response -> {
            if (!response.url().contains("/VAADIN/build/")) {
                heard.append(text(response));
            }
        });
        anna.reachCredentials("Keeps its secret", "Live").typeApiKey(SECRET);
        goTo(anna, "General details");
        goTo(anna, "Credentials");

        assertThat(anna.field("API key")).hasValue("");
        assertThat(anna.field("API key")).hasAttribute("placeholder", "Saved");
        assertThat(anna.page().content()).doesNotContain(SECRET);
        anna.create("Keeps its secret");
        anna.page().reload();
        assertThat(anna.page().getByText("Saved; it is never shown again")).isVisible();
        assertThat(anna.page().content()).doesNotContain(SECRET);
        assertThat(heard.toString()).isNotEmpty().doesNotContain(SECRET);
        assertThat(server().log()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void pointsOutWhiteSpaceAtAnEdgeOfASecret() {
        var anna = administrator().reachCredentials("Edges", "Live");
        var hint = anna.page()
                .getByText("The value begins or ends with white space.")
                .filter(new Locator.FilterOptions().setVisible(true));
        assertThat(hint).hasCount(0);

        anna.field("API key").fill(SECRET + " ");
        assertThat(hint).hasCount(1);

        anna.field("API key").fill(SECRET);
        assertThat(hint).hasCount(0);
    }

    @Test
    void walksThroughTheSameStepsForAnInstance() {
        var anna = administrator();
        anna.go("/systems/demo-shop");
        anna.button("Install").click();
        anna.button("Add instance").click();
        assertThat(anna.step("General details")).isVisible();
        assertThat(anna.field("Company group")).hasCount(0);
        anna.answerGeneral("Warehouse orders", "Test");
        anna.field("Requests at most").fill("5");
        anna.acceptTimeAndDate().choose("API key").typeApiKey(SECRET);
        anna.button("Create instance").click();

        assertThat(anna.heading()).hasText("Warehouse orders");
        assertThat(anna.page().getByText("5 per second")).isVisible();
        anna.go("/instances");
        assertThat(anna.link(Pattern.compile("Warehouse orders"))).isVisible();
    }

    private static void goTo(User user, String step) {
        tab(user, step).click();
        assertThat(user.step(step)).isVisible();
    }

    private static Locator tab(User user, String step) {
        return user.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Steps"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(step));
    }

    private static void resume(User user, String name) {
        user.link(Pattern.compile("(Continue.*)?" + name + ".*", Pattern.DOTALL))
                .first()
                .click();
    }

    private static String text(Response response) {
        try {
            return response.text();
        } catch (PlaywrightException redirected) {
            return "";
        }
    }
}
