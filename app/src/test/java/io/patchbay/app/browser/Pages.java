package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All pages there are, with something to see on each. */
final class Pages {

    /** Those of people who are not logged in. */
    static final List<String> AT_THE_DOOR = List.of(
            "/login",
            "/login?error",
            "/login?slow",
            "/register",
            "/connect",
            "/connect?refused=AUTHORIZATION_REFUSED&why=invalid_scope");

    /** Where there is nothing; the browser says so in its console too. */
    static final List<String> NOWHERE = List.of("/no/such/page", "/connectors/00000000-0000-7000-8000-000000000000");

    private static final List<String> FIXED = List.of(
            "/",
            "/connectors",
            "/connectors?tab=testing",
            "/connectors/new",
            "/systems/demo-shop",
            "/systems/shopify",
            "/systems/nowhere",
            "/connectors/new?q=nothing-like-it",
            "/instances/new/slack",
            "/marketplace",
            "/instances",
            "/company",
            "/tokens",
            "/keys",
            "/attention",
            "/expiry",
            "/help/concepts",
            "/setup/00000000-0000-7000-8000-000000000000/general");

    private Pages() {}

    /** Paths of all pages that somebody sees who is logged in; makes what stands on them. English is their language yet. */
    static List<String> furnished(User user) {
        var shop = user.api()
                .addConnector("demo-shop", "Furnished shop", user.api().firstGroup(), "LIVE");
        assertThat(user.api().check(shop)).isEqualTo("SYSTEM_UNREACHABLE");
        user.api().addInstance("demo-shop", "Furnished instance");
        user.api().makeToken("Furnished token");
        user.api().makeToken("Furnished for a week", Instant.now().plus(Duration.ofDays(7)));
        user.reachCredentials("Furnished draft", "Test");
        var setup = path(user).replaceAll("/[a-z-]+$", "");
        user.startConnector()
                .answerGeneral("Furnished consent", "Test")
                .acceptTimeAndDate()
                .choose("Connect with the Demo Shop");
        var consent = path(user);
        expectOn(user, "/attention", "Furnished shop");
        expectOn(user, "/expiry", "Furnished for a week");
        var connector = behind(user, "/connectors", "Furnished shop");
        var instance = behind(user, "/instances", "Furnished instance");
        var pages = new ArrayList<>(FIXED);
        pages.addAll(NOWHERE);
        Stream.of("general", "time-and-date", "authentication", "credentials")
                .map(step -> setup + "/" + step)
                .forEach(pages::add);
        pages.addAll(List.of(consent, consent + "?refused=AUTHORIZATION_DECLINED"));
        pages.addAll(List.of(connector, connector + "/settings", instance, instance + "/settings"));
        return List.copyOf(pages);
    }

    private static void expectOn(User user, String path, String name) {
        user.go(path);
        assertThat(user.link(name)).isVisible();
    }

    private static String behind(User user, String list, String name) {
        user.go(list);
        user.link(Pattern.compile(name)).first().click();
        assertThat(user.heading()).hasText(name);
        assertThat(user.page()).hasURL(Pattern.compile(".*" + list + "/[0-9a-f-]+"));
        return path(user);
    }

    private static String path(User user) {
        return URI.create(user.page().url()).getPath();
    }
}
