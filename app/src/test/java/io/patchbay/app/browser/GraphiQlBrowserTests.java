package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphiQlBrowserTests extends BrowserTest {

    /** That nothing comes from another host is watched over all browser tests. */
    @Test
    void asksTheRealApiWithATokenTypedIn() {
        var token = administrator().api().makeToken("GraphiQL");
        var program = somebody();
        program.go("/graphiql");
        assertThat(program.page().getByText("Nobody was let in")).isVisible();

        program.page().getByLabel("API token").fill(token);
        program.button("Use").click();
        assertThat(program.page().getByRole(AriaRole.STATUS).getByText("Acting with the API token."))
                .isVisible();
        program.button(Pattern.compile("Execute query.*")).click();

        assertThat(program.page().locator(".result-window")).containsText("Hartmann Outdoor");
        expectComplaint("401");
    }

    @Test
    void listensToASubscriptionUntilItIsStopped() {
        var token = administrator().api().makeToken("GraphiQL");
        var program = somebody();
        program.page().addInitScript("""
                sessionStorage.setItem('patchbay.api-token', '%s');
                sessionStorage.setItem('graphiql:tabState', '{"tabs":[],"activeTabIndex":0}');
                sessionStorage.setItem('graphiql:query', 'subscription { accessStatusChanged { news } }');
                """.formatted(token));
        program.go("/graphiql");
        program.button(Pattern.compile("Execute query.*")).click();

        assertThat(program.page().locator(".result-window")).containsText("READ_AGAIN");
        program.button(Pattern.compile("Stop query.*")).click();
        assertThat(program.button(Pattern.compile("Execute query.*"))).isVisible();
    }
}
