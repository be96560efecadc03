package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SetupCodeBrowserTests extends BrowserTest {

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
    void isAskedOfAVisitorThroughAProxyWhoThenClosesTheDoorBehindThem() {
        var visitor =
                somebody(new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.7")));
        visitor.go("/register");
        fillIn(visitor);

        visitor.field("Set-up code").fill("AAAA-BBBB-CCCC-DDDD");
        visitor.button("Register").click();
        assertThat(visitor.page().getByText("Enter the set-up code that Patchbay printed"))
                .isVisible();

        visitor.field("Set-up code").fill(empty.setupCode());
        visitor.button("Register").click();
        assertThat(visitor.page().getByText("Your company is registered")).isVisible();

        var late = somebody();
        late.go("/register");
        assertThat(late.heading()).hasText("Registration is closed");
        assertThat(late.button("Register")).hasCount(0);
    }

    private static void fillIn(User visitor) {
        visitor.field("Company").fill("Hartmann Outdoor");
        visitor.field("Your name").fill("Anna Hartmann");
        visitor.field("E-mail address").fill(visitor.email());
        visitor.field("Password").fill(User.PASSWORD);
        visitor.field("Password again").fill(User.PASSWORD);
    }
}
