package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person goes to the Demo Shop's consent page and comes back. */
class ConnectingByRedirectBrowserTests extends BrowserTest {

    private static final Pattern CONNECTOR = Pattern.compile(".*/connectors/[0-9a-f-]+[?]connected=.*");
    private static final Pattern LAST_STEP = Pattern.compile(".*/setup/[0-9a-f-]+/credentials[?]refused=.*");

    private static PatchbayServer server;

    @BeforeAll
    static void start() {
        server = PatchbayServer.withDemoShop();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    PatchbayServer server() {
        return server;
    }

    @Test
    void connectsAsTheAccountThatWasChosenAndLaterAsAnother() {
        var anna = administrator();
        reachConsent(anna, "Lisbon");
        anna.radio("Corner Shop Lisbon").check();
        anna.button("Allow").click();

        assertThat(anna.page()).hasURL(CONNECTOR);
        assertThat(anna.heading()).hasText("Lisbon");
        assertThat(said(anna, "Connected as Corner Shop Lisbon.")).isVisible();
        assertThat(anna.page().getByText("Connected as Corner Shop Lisbon")).hasCount(1);
        assertThat(anna.page().getByText("Operational").first()).isVisible();
        assertThat(anna.page().url()).doesNotContain("code=", "state=");

        anna.go(URI.create(anna.page().url()).getPath());
        assertThat(said(anna, "Connected as Corner Shop Lisbon.")).hasCount(0);
        assertThat(anna.page().getByText("Connected as Corner Shop Lisbon", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        anna.button("Reconnect").click();
        anna.radio("Corner Shop Berlin").check();
        anna.button("Allow").click();
        assertThat(said(
                        anna,
                        "Connected as Corner Shop Berlin. It was Corner Shop Lisbon before: if that is not what you"
                                + " wanted, reconnect and choose the other account."))
                .isVisible();
        assertThat(anna.heading()).hasText("Lisbon");
    }

    @Test
    void saysOnTheWizardsPageThatNobodySaidYes() {
        var anna = administrator();
        reachConsent(anna, "Declined");
        anna.button("Deny").click();

        assertThat(anna.page()).hasURL(LAST_STEP);
        assertThat(alert(anna, "Nobody said yes on the page of Demo Shop, so nothing was connected"))
                .isVisible();
        connect(anna);
        anna.button("Allow").click();
        assertThat(anna.page()).hasURL(CONNECTOR);
    }

    @Test
    void saysOnTheWizardsPageThatTheVendorGivesNothing() {
        var anna = administrator();
        misbehave("broken");
        reachConsent(anna, "Broken");
        anna.button("Allow").click();
        assertThat(alert(anna, Pattern.compile("Demo Shop gave no usable answer when asked for tokens.*")))
                .isVisible();

        misbehave("well");
        anna.field("Client secret").fill("wrong");
        connect(anna);
        anna.button("Allow").click();
        assertThat(alert(anna, Pattern.compile("Demo Shop gave no tokens for the person's yes \\(invalid_client\\).*")))
                .isVisible();
        anna.go("/connectors");
        assertThat(anna.page()
                        .getByText("No connectors")
                        .or(anna.link("Add connector"))
                        .first())
                .isVisible();
    }

    @Test
    void goesOnInTheBrowserThatStartedOnlyAndOnce() {
        var anna = administrator();
        reachConsent(anna, "Twice");
        var back = answerWithoutGoing(anna);

        var other = inAnotherBrowser(anna);
        other.go(back);
        assertThat(other.page().getByText("Somebody started to connect in another browser; connect again in this one."))
                .isVisible();

        anna.page().navigate(server.address() + back);
        assertThat(anna.page()).hasURL(CONNECTOR);
        anna.page().navigate(server.address() + back);
        assertThat(alert(anna, Pattern.compile("This link or this answer was used already.*")))
                .isVisible();
        anna.go(back.replaceAll("state=[^&]+", "state=forged"));
        assertThat(anna.page().getByText(Pattern.compile("Patchbay does not know this link or this answer.*")))
                .isVisible();
    }

    @Test
    void saysThatThePlaceWasTakenMeanwhile() {
        var anna = administrator();
        reachConsent(anna, "Slower");
        var elsewhere = inAnotherBrowser(anna);
        elsewhere.api().addConnector("demo-shop", "Faster", elsewhere.api().firstGroup(), "LIVE");
        anna.button("Allow").click();

        assertThat(anna.page()).hasURL(LAST_STEP);
        assertThat(anna.page().getByText(Pattern.compile(".*Faster.*")).first()).isVisible();
    }

    @Test
    void isReadableByEverybodyOnEveryScreen() {
        var anna = administrator(new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(360, 740));
        reachLastStep(anna, "Readable");
        assertThat(anna.page().getByText("there is nothing to register")).isVisible();
        readable(anna);
        connect(anna);
        readable(anna);
        anna.button("Allow").click();
        assertThat(anna.page()).hasURL(CONNECTOR);
        assertThat(anna.heading()).hasText("Readable");
        readable(anna);
    }

    @Test
    void showsTheAddressToRegisterWhereTheVendorHasToBeTold() {
        var anna = administrator(new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(360, 740));
        anna.go("/systems/xero");
        anna.button("Add connector").click();
        anna.answerGeneral("Books", "Live").acceptTimeAndDate().choose("Connect with Xero");

        assertThat(anna.page().getByText(server.address() + "/oauth/callback")).isVisible();
        assertThat(anna.button("Copy address")).isVisible();
        readable(anna);
    }

    private void reachLastStep(User user, String name) {
        user.startConnector().answerGeneral(name, "Live").acceptTimeAndDate().choose("Connect with the Demo Shop");
        user.field("Address").fill(server.address() + "/demo-shop");
        user.field("Client id").fill("demo-client");
        user.field("Client secret").fill("demo-client-secret");
    }

    private void reachConsent(User user, String name) {
        reachLastStep(user, name);
        connect(user);
    }

    private static void connect(User user) {
        user.button("Connect").click();
        assertThat(user.heading()).hasText("Allow access?");
    }

    /** Where the vendor would send the browser back to. */
    private static String answerWithoutGoing(User user) {
        var wish = user.page().locator("input[name=wish]").inputValue();
        var answered = user.page()
                .request()
                .post(
                        server.address() + "/demo-shop/oauth/authorize",
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("wish", wish)
                                        .set("decision", "allow")
                                        .set("account", "Corner Shop Berlin")));
        return answered.headers().get("location").replaceFirst("https?://[^/]+", "");
    }

    private void misbehave(String behaviour) {
        var asked = somebody()
                .page()
                .request()
                .post(
                        server.address() + "/demo-shop/switches/behaviour",
                        RequestOptions.create()
                                .setHeader("X-Demo-Shop", "switch")
                                .setForm(FormData.create().set("behaviour", behaviour)));
        assertThat(asked.ok()).isTrue();
    }

    private static Locator said(User user, String words) {
        return user.page().getByRole(AriaRole.STATUS).getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator alert(User user, String words) {
        return user.page().getByRole(AriaRole.ALERT).getByText(words);
    }

    private static Locator alert(User user, Pattern words) {
        return user.page().getByRole(AriaRole.ALERT).getByText(words);
    }

    private static void readable(User user) {
        var found = new AxeBuilder(user.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> !rule.getId().equals("aria-required-children"))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(found).isEmpty();
        assertThat(user.page()
                        .evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }
}
