package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** {@code script/test} builds the example and says where it is; Maven alone has no Node.js to build it with. */
@EnabledIfEnvironmentVariable(named = ExampleFrontEnd.FOLDER, matches = ".+")
class ExampleFrontEndBrowserTests extends BrowserTest {

    private static final int SHOWN_AT_FIRST = 20;

    private static PatchbayServer patchbay;
    private static ExampleFrontEnd example;

    @BeforeAll
    static void start() {
        patchbay = PatchbayServer.withDemoShop();
        example = new ExampleFrontEnd(patchbay.address());
    }

    @AfterAll
    static void stop() {
        example.close();
        patchbay.close();
    }

    @Override
    PatchbayServer server() {
        return patchbay;
    }

    @Override
    boolean isOurs(URI address) {
        return super.isOurs(address)
                || address.getAuthority().equals(example.address().getAuthority());
    }

    @Test
    void addsAConnectorStepByStepAndShowsItsStatusAsItChanges() {
        var anna = administrator();
        var page = opened(anna, new Browser.NewContextOptions());

        press(page, "Add connector");
        page.getByLabel("Which system?").fill("demo sh");
        assertThat(page.getByText("1 system")).isVisible();
        press(page, Pattern.compile("^Demo Shop"));

        press(page, "Next step");
        assertThat(page.getByText("Enter a name of 1 to 80 characters")).isVisible();
        assertThat(page.getByText("Choose live or test")).isVisible();
        page.getByLabel("Name").fill("Our shop");
        page.getByLabel("Test", new Page.GetByLabelOptions().setExact(true)).check();
        press(page, "Next step");
        assertThat(step(page)).hasText("Time zone and date format");
        press(page, "Next step");
        page.getByLabel("API key", new Page.GetByLabelOptions().setExact(true)).check();
        press(page, "Next step");
        assertThat(step(page)).hasText("Credentials");

        page.getByLabel("Address").fill(server().address() + "/demo-shop");
        page.getByLabel("API key").fill("not the key");
        press(page, "Test connection");
        assertThat(page.getByText("Failed authentication")).isVisible();
        assertThat(page.getByText("Saved. Leave it empty to keep it.")).isVisible();
        page.getByLabel("API key").fill("demo-api-key");
        press(page, "Test connection");
        assertThat(page.getByText(Pattern.compile("Operational.* ms"))).isVisible();
        press(page, "Create connector");

        assertThat(page.getByText("Our shop is ready")).isVisible();
        assertThat(tile(page, "Our shop")).containsText("Not checked yet");

        // Done elsewhere, and seen here.
        check(anna, "Our shop");
        assertThat(tile(page, "Our shop")).containsText("Operational");
        remove(anna, "Our shop");
        assertThat(tile(page, "Our shop")).hasCount(0);
    }

    @Test
    void connectsWhereAPersonSaysYesOnTheVendorsPage() {
        var page = opened(administrator(), new Browser.NewContextOptions());
        press(page, "Add connector");
        press(page, Pattern.compile("^Demo Shop"));
        page.getByLabel("Name").fill("Said yes");
        page.getByLabel("Live", new Page.GetByLabelOptions().setExact(true)).check();
        press(page, "Next step");
        assertThat(step(page)).hasText("Time zone and date format");
        press(page, "Next step");
        page.getByLabel("Connect with the Demo Shop").check();
        press(page, "Next step");
        assertThat(step(page)).hasText("Credentials");
        page.getByLabel("Address").fill(server().address() + "/demo-shop");
        page.getByLabel("Client id").fill("demo-client");
        page.getByLabel("Client secret").fill("demo-client-secret");
        press(page, "Connect");

        var vendor = page.waitForPopup(
                () -> page.getByText("Say yes on the vendor's page").click());
        vendor.getByLabel("Corner Shop Lisbon").check();
        press(vendor, "Allow");
        assertThat(vendor.getByRole(AriaRole.HEADING, named("Connected"))).isVisible();

        assertThat(tile(page, "Said yes")).containsText("Operational");
    }

    @Test
    void goesOnWithWhatWasLeftUnfinished() {
        var anna = administrator();
        var page = opened(anna, new Browser.NewContextOptions());
        press(page, "Add connector");
        press(page, Pattern.compile("^Demo Shop"));
        page.getByLabel("Name").fill("Half a shop");
        page.getByLabel("Live", new Page.GetByLabelOptions().setExact(true)).check();
        press(page, "Next step");
        assertThat(step(page)).hasText("Time zone and date format");
        press(page, "Continue later");

        press(page, "Add connector");
        press(page, Pattern.compile("^Half a shop"));
        assertThat(step(page)).hasText("Time zone and date format");
        press(page, "General details");
        assertThat(page.getByLabel("Name")).hasValue("Half a shop");
        press(page, "Discard");

        press(page, "Add connector");
        assertThat(page.getByText("Which system?")).isVisible();
        assertThat(page.getByText("Half a shop")).hasCount(0);
    }

    @Test
    void leadsThroughMoreConnectorsThanOnePageHolds() {
        var anna = administrator();
        var group = anna.api().firstGroup();
        for (var at = 0; at <= SHOWN_AT_FIRST / 2; at++) {
            var another = at == 0 ? group : anna.api().addGroup("Group " + at);
            anna.api().addConnector("demo-shop", "Live " + at, another, "LIVE");
            anna.api().addConnector("demo-shop", "Test " + at, another, "TEST");
        }

        var page = opened(anna, new Browser.NewContextOptions());

        assertThat(page.getByText("22 connectors")).isVisible();
        assertThat(tiles(page)).hasCount(SHOWN_AT_FIRST);
        press(page, "Show more");
        assertThat(tiles(page)).hasCount(22);
        assertThat(tile(page, "Live 0")).isVisible();
    }

    @Test
    void fitsASmallPhoneAndAxeFindsNothing() {
        var anna = administrator();
        anna.api().addConnector("demo-shop", "Our shop", anna.api().firstGroup(), "LIVE");
        var page = opened(anna, new Browser.NewContextOptions().setViewportSize(360, 740));
        sound(page, "the list");
        press(page, "Add connector");
        assertThat(page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Demo Shop"))))
                .isVisible();
        sound(page, "the choice of a system");
        press(page, Pattern.compile("^Demo Shop"));
        press(page, "Next step");
        assertThat(page.getByText("Enter a name of 1 to 80 characters")).isVisible();
        sound(page, "a refused step");
    }

    /** The example with a token of the person's company, listening already. */
    private Page opened(User anna, Browser.NewContextOptions options) {
        var token = anna.api().makeToken("Example");
        var page = somebody(options).page();
        page.navigate(example.address().toString());
        page.getByLabel("API token").fill(token);
        press(page, "Use");
        assertThat(page.getByText("Listening for changes")).isVisible();
        return page;
    }

    private static void sound(Page page, String what) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(what + " in " + scheme)
                    .isEmpty();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(what)
                .isEqualTo(360);
    }

    private static void check(User anna, String name) {
        anna.api()
                .graphql(
                        "mutation($id: ID!) { checkConnector(input: {id: $id}) { check { status } } }", id(anna, name));
    }

    private static void remove(User anna, String name) {
        anna.api()
                .graphql(
                        "mutation($id: ID!) { deleteConnector(input: {id: $id, version: 1}) { deletedConnectorId } }",
                        id(anna, name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> id(User anna, String name) {
        var found = (Map<String, List<Map<String, Object>>>) anna.api()
                .graphql(
                        "query($name: String!) { connectors(filter: {search: $name}) { nodes { id } } }",
                        Map.of("name", name))
                .get("connectors");
        return found.get("nodes").getFirst();
    }

    private static Locator step(Page page) {
        return page.locator("form h3");
    }

    private static Locator tiles(Page page) {
        return page.locator(".tile");
    }

    private static Locator tile(Page page, String name) {
        return tiles(page).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void press(Page page, Object name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Page.GetByRoleOptions named(Object name) {
        return name instanceof Pattern pattern
                ? new Page.GetByRoleOptions().setName(pattern)
                : new Page.GetByRoleOptions().setName((String) name).setExact(true);
    }
}
