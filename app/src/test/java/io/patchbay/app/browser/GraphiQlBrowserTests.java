package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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
    void theExampleThatListensHearsUntilItIsStopped() {
        var anna = administrator();
        var program = somebody();
        program.page()
                .addInitScript("sessionStorage.setItem('patchbay.api-token', '%s')"
                        .formatted(anna.api().makeToken("GraphiQL")));
        program.go("/graphiql");
        openAndExecuteAtOnce(program.page(), "ListenToChanges");
        var heard = program.page().locator(".result-window");
        assertThat(heard).containsText("READ_AGAIN");

        anna.api().addConnector("demo-shop", "Heard of", anna.api().firstGroup(), "LIVE");
        assertThat(heard).containsText("Heard of");

        program.button(Pattern.compile("Stop query.*")).click();
        assertThat(program.button(Pattern.compile("Execute query.*"))).isVisible();
    }

    /** Faster than GraphiQL itself, which reads a text's operations a tenth of a second after it changed. */
    private static void openAndExecuteAtOnce(Page page, String example) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(example))
                .click();
        page.waitForFunction("""
                (example) => {
                  const open = document.querySelector('.graphiql-query-editor').textContent.includes(example);
                  if (open) {
                    document.querySelector('.graphiql-execute-button').click();
                  }
                  return open;
                }""", example);
    }
}
