package io.patchbay.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test with people in real browsers. Whatever it does, the browser may not report an error, no page may load anything from
 * another host, and the server may not log an error.
 */
abstract class BrowserTest {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int PATIENCE = 30_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private long errorsBefore;

    PatchbayServer server() {
        return PatchbayServer.shared();
    }

    /** Somebody with a browser of their own, who is not logged in. */
    User somebody() {
        return somebody(new Browser.NewContextOptions());
    }

    User somebody(Browser.NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        var context = Chromium.BROWSER.newContext(options.setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(PATIENCE);
        contexts.add(context);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequest(request -> refuseOtherHosts(request.url()));
        return new User(context.newPage(), server());
    }

    /** The administrator of a new company, logged in. */
    User administrator() {
        return administrator(new Browser.NewContextOptions());
    }

    User administrator(Browser.NewContextOptions options) {
        var user = somebody(options);
        user.register();
        user.logIn();
        return user;
    }

    /** The same person in another browser. */
    User inAnotherBrowser(User user) {
        var again = somebody();
        again.logInAs(user);
        return again;
    }

    /** Takes back the browser's complaints with these words, where the test meant to cause them. */
    void expectComplaint(String words) {
        complaints.removeIf(complaint -> complaint.contains(words));
    }

    @BeforeEach
    void countEarlierErrors() {
        errorsBefore = server().errors().count();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser complained of").isEmpty();
        assertThat(server().errors().skip(errorsBefore))
                .as("errors in the server's log")
                .isEmpty();
    }

    /** Whether a page may load from there. */
    boolean isOurs(URI address) {
        return address.getAuthority().equals(server().address().getAuthority());
    }

    private void refuseOtherHosts(String url) {
        var address = URI.create(url.replaceAll("[?#].*", ""));
        if (List.of("http", "https", "ws", "wss").contains(address.getScheme()) && !isOurs(address)) {
            complaints.add("A page asked another host for " + url);
        }
    }

    private static final class Chromium {

        private static final Optional<Path> INSTALLED = Stream.of(
                        System.getenv("PATCHBAY_CHROMIUM"), "/usr/bin/chromium")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        private static final Playwright PLAYWRIGHT = Playwright.create(new Playwright.CreateOptions()
                .setEnv(INSTALLED.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        private static final Browser BROWSER = PLAYWRIGHT.chromium().launch(options());

        static {
            // Slow machines are no faults.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }

        private static BrowserType.LaunchOptions options() {
            var options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            INSTALLED.ifPresent(options::setExecutablePath);
            return options;
        }
    }
}
