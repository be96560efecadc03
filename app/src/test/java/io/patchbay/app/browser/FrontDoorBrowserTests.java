package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrontDoorBrowserTests extends BrowserTest {

    @Test
    void showsItsIconBeforeAnybodyLoggedIn() {
        var stranger = somebody().go("/login");

        var icon = stranger.page().locator("link[rel=icon]").first().evaluate("link => link.href");
        var answer = stranger.page().request().get((String) icon);

        assertThat(answer).isOK();
        assertThat(answer.headers()).containsEntry("content-type", "image/svg+xml");
    }

    @Test
    void leadsBackToThePageThatWasAskedForBeforeLogin() {
        var anna = somebody();
        anna.register();
        anna.page().navigate(server().address() + "/tokens");
        anna.field("E-mail address").fill(anna.email());
        anna.field("Password").fill(User.PASSWORD);
        anna.button("Log in").click();

        assertThat(anna.heading()).hasText("API tokens");
        assertThat(anna.page()).hasURL(Pattern.compile(".*/tokens.*"));
    }

    @Test
    void saysThatEmailAddressAndPasswordDoNotBelongTogether() {
        var anna = somebody();
        anna.register();
        anna.field("E-mail address").fill(anna.email());
        anna.field("Password").fill("something else entirely");
        anna.button("Log in").click();

        assertThat(anna.page().getByText("That did not work")).isVisible();
    }
}
