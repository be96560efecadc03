package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguageBrowserTests extends BrowserTest {

    private static final List<String> BUNDLES = List.of(
            "common",
            "credential",
            "setup",
            "company",
            "identity",
            "access",
            "connector",
            "dashboard",
            "help",
            "instance",
            "attention",
            "authorization",
            "history",
            "proxy",
            "usage");

    private static final Pattern KEY =
            Pattern.compile("!\\S+!|\\b(" + String.join("|", BUNDLES) + ")\\.[a-z-]+(\\.[\\w-]+)+");

    /** Shorter texts may well be part of a system's own words, which are English. */
    private static final int SENTENCE = 25;

    @Test
    void isGermanOnEveryPageForABrowserThatAsksForIt() {
        var anna = administrator();
        var pages = Pages.furnished(anna);
        var german = somebody(new Browser.NewContextOptions().setLocale("de-AT"));
        var english = sentencesThatGermanSaysOtherwise();
        Pages.AT_THE_DOOR.forEach(page -> isGerman(german, page, english));
        logInInGerman(german, anna);
        pages.forEach(page -> isGerman(german, page, english));
        Pages.NOWHERE.forEach(this::expectComplaint);
    }

    @Test
    void isGermanForWhoeverChoosesItFromTheMenuEvenAfterLogout() {
        var anna = administrator();
        anna.button(Pattern.compile("Menu of .*")).click();
        anna.radio("Deutsch").check();
        assertThat(anna.page().locator("html")).hasAttribute("lang", "de");
        assertThat(anna.link("Konnektoren")).isVisible();

        anna.button(Pattern.compile(".*Anna Hartmann.*")).click();
        anna.button("Abmelden").click();
        assertThat(anna.page().locator("html")).hasAttribute("lang", "de");
        assertThat(anna.button("Anmelden")).isVisible();
    }

    @Test
    void tellsInGermanWhatIsWrong() {
        var anna = administrator();
        var german = somebody(new Browser.NewContextOptions().setLocale("de-DE"));
        logInInGerman(german, anna);
        german.go("/connectors/new");
        german.page().navigate(server().address() + "/systems/demo-shop");
        german.button("Konnektor hinzufügen").click();
        german.button("Nächster Schritt").click();

        for (var reason : List.of("name.blank", "environment.required")) {
            var sentence = load("/io/patchbay/shared/refusals_de.properties").getProperty(reason);
            assertThat(german.page().getByText(sentence.replace("{0}", "80"))).isVisible();
        }
    }

    private static void logInInGerman(User german, User person) {
        german.go("/login");
        german.field("E-Mail-Adresse").fill(person.email());
        german.field("Passwort").fill(User.PASSWORD);
        german.button("Anmelden").click();
        assertThat(german.page()).hasURL(Pattern.compile(".*:\\d+/$"));
    }

    private static void isGerman(User user, String path, List<String> english) {
        user.go(path);
        assertThat(user.page().locator("html")).hasAttribute("lang", "de");
        var text = user.page().locator("body").innerText();
        assertThat(KEY.matcher(text).results().map(found -> found.group()).toList())
                .as("keys shown instead of texts on " + path)
                .isEmpty();
        assertThat(english.stream().filter(text::contains).toList())
                .as("English on " + path)
                .isEmpty();
    }

    private static List<String> sentencesThatGermanSaysOtherwise() {
        return BUNDLES.stream().flatMap(LanguageBrowserTests::sentences).toList();
    }

    private static Stream<String> sentences(String bundle) {
        var english = load("/i18n/" + bundle + ".properties");
        var german = load("/i18n/" + bundle + "_de.properties");
        return english.stringPropertyNames().stream()
                .filter(key -> !english.getProperty(key).equals(german.getProperty(key)))
                .map(english::getProperty)
                .filter(text -> text.length() >= SENTENCE && !text.contains("{"))
                .map(text -> text.replace("''", "'"));
    }

    private static Properties load(String resource) {
        var properties = new Properties();
        try (var file = LanguageBrowserTests.class.getResourceAsStream(resource)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
