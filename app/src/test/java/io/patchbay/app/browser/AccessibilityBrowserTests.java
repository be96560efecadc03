package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessibilityBrowserTests extends BrowserTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final List<String> found = new ArrayList<>();

    @Test
    void axeFindsNothingOnAnyPageInLightAndDark() {
        var anna = administrator(calm());
        var pages = Pages.furnished(anna);
        pages.forEach(path -> {
            anna.go(path);
            checkInBothThemes(anna, path);
        });
        var visitor = somebody(calm());
        Pages.AT_THE_DOOR.forEach(path -> {
            visitor.go(path);
            checkInBothThemes(visitor, path);
        });
    }

    @Test
    void axeFindsNothingInDialogs() {
        var anna = administrator(calm());
        var pages = Pages.furnished(anna);
        anna.startConnector();
        anna.button("Next step").click();
        assertThat(anna.page().getByText("Enter a name of 1 to 80 characters")).isVisible();
        checkInBothThemes(anna, "a refused step");
        openAndCheck(anna, "Create a company group");
        openAndCheck(anna, "Discard");
        anna.go(pages.stream()
                .filter(page -> page.matches("/connectors/.*/settings"))
                .findFirst()
                .orElseThrow());
        anna.button("Type a new set").click();
        checkInBothThemes(anna, "replacing credentials");
        openAndCheck(anna, "Remove…");
        anna.go("/company");
        anna.button(Pattern.compile("Rename .*")).first().click();
        checkDialog(anna, "Rename");
        anna.button(Pattern.compile("Remove .*")).first().click();
        checkDialog(anna, "Remove group");
        anna.go("/tokens");
        anna.button("Make a token").first().click();
        checkDialog(anna, "Make a token");
        anna.button("Make a token").first().click();
        anna.field("Name").fill("Shown once");
        anna.field("Name").press("Enter");
        assertThat(anna.button("I have copied it")).isVisible();
        checkInBothThemes(anna, "an issued token");
        anna.button("I have copied it").click();
        anna.button(Pattern.compile("Revoke .*")).first().click();
        checkDialog(anna, "Revoke");
        anna.go("/");
        anna.button(Pattern.compile("Menu of .*")).click();
        checkDialog(anna, "Menu");
    }

    @Test
    void axeFindsNothingAfterDarkWasChosenInTheMenu() {
        var anna = administrator(calm().setColorScheme(ColorScheme.LIGHT));
        anna.button(Pattern.compile("Menu of .*")).click();
        anna.radio("Dark").check();
        assertThat(anna.page().locator("html")).hasCSS("color-scheme", "dark");
        for (var path : List.of("/", "/connectors", "/systems/demo-shop", "/help/concepts")) {
            anna.go(path);
            assertThat(anna.page().locator("html")).hasCSS("color-scheme", "dark");
            check(anna.page(), path + " dark by choice");
        }
    }

    @Test
    void axeFindsNothingInTheFrameOfGraphiQl() {
        var anna = administrator(calm());
        anna.go("/graphiql");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            anna.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            report(axe(anna.page()).include("header").analyze().getViolations(), "/graphiql " + scheme);
        }
    }

    @Test
    void noPageScrollsSidewaysOnASmallPhone() {
        var anna = administrator();
        var pages = Pages.furnished(anna);
        var phone = somebody(new Browser.NewContextOptions().setViewportSize(360, 740));
        Pages.AT_THE_DOOR.forEach(path -> fits(phone, path));
        phone.logInAs(anna);
        pages.forEach(path -> fits(phone, path));
    }

    @AfterEach
    void reportsWhatWasFound() {
        assertThat(found).isEmpty();
    }

    private void openAndCheck(User user, String button) {
        user.button(button).first().click();
        checkDialog(user, button);
    }

    private void checkDialog(User user, String name) {
        assertThat(user.dialog()).hasCount(1);
        checkInBothThemes(user, "dialog " + name);
        user.page().keyboard().press("Escape");
        assertThat(user.dialog()).hasCount(0);
    }

    private void checkInBothThemes(User user, String where) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            user.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            check(user.page(), where + " " + scheme);
        }
    }

    private void check(Page page, String where) {
        report(axe(page).analyze().getViolations(), where);
    }

    private void report(List<Rule> violations, String where) {
        for (var rule : violations) {
            var nodes = rule.getNodes().stream()
                    .filter(node -> !excused(rule, node))
                    .map(CheckedNode::getHtml)
                    .toList();
            if (!nodes.isEmpty()) {
                found.add(where + ": " + rule.getId() + " (" + rule.getHelp() + ") at " + nodes);
            }
        }
    }

    /** The tabs' inner scroll box carries a tabindex: the component's own, and no harm to anybody. */
    private static boolean excused(Rule rule, CheckedNode node) {
        return rule.getId().equals("aria-required-children") && node.getHtml().startsWith("<vaadin-tabs");
    }

    private void fits(User user, String path) {
        user.go(path);
        @SuppressWarnings("unchecked")
        var wide = (List<String>) user.page().evaluate("""
                () => [document.documentElement, document.body, document.querySelector('main')]
                    .filter(box => box && box.scrollWidth > box.clientWidth)
                    .map(box => box.tagName + ' ' + box.scrollWidth + ' > ' + box.clientWidth)""");
        wide.forEach(box -> found.add(path + " scrolls sideways: " + box));
    }

    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).withTags(WCAG).setLegacyMode(true);
    }

    /** Colours are measured, so they may not be on their way from one to another. */
    private static Browser.NewContextOptions calm() {
        return new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    }
}
