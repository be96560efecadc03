package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.patchbay.postgres.persistence.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that are open on one node while a program changes something on another. */
class UpdatingByThemselvesBrowserTests extends BrowserTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static PatchbayServer here;
    private static PatchbayServer elsewhere;

    @BeforeAll
    static void startTwoNodes() {
        var database = TestDatabases.migrated();
        here = PatchbayServer.node(database);
        elsewhere = PatchbayServer.node(database);
    }

    @AfterAll
    static void stopThem() {
        here.close();
        elsewhere.close();
    }

    @Override
    PatchbayServer server() {
        return here;
    }

    @Test
    void showACheckThatAnotherNodeMadeWithoutDisturbingWhoeverTypes() {
        var user = administrator();
        var token = user.api().makeToken("Elsewhere");
        var overview = inAnotherBrowser(user);
        var page = inAnotherBrowser(user);
        user.go("/connectors");
        var search = user.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search by name"));
        search.focus();

        var id = create(token);
        assertThat(user.page().getByText("Not checked yet")).isVisible();
        assertThat(search).isFocused();
        overview.go("/");
        page.go("/connectors");
        page.link(Pattern.compile("Shop elsewhere")).click();
        assertThat(page.heading()).hasText("Shop elsewhere");

        search.pressSequentially("Shop");
        check(token, id);

        assertThat(user.page().getByText("Operational")).isVisible();
        assertThat(overview.page().getByText("Operational").first()).isVisible();
        assertThat(page.page().getByText("Operational").first()).isVisible();
        assertThat(search).hasValue("Shop");
        assertThat(search).isFocused();
    }

    private static String create(String token) {
        var answer = post(token, """
                mutation { createConnector(input: {systemSlug: \\"demo-shop\\", name: \\"Shop elsewhere\\", environment: LIVE,\
                 authenticationMethod: \\"api-key\\", credentials: [{key: \\"address\\", value: \\"%s/demo-shop\\"},\
                 {key: \\"api_key\\", value: \\"demo-api-key\\"}]}) { connector { id } userErrors { message } } }""".formatted(elsewhere.address()));
        var id = ID.matcher(answer);
        if (!id.find()) {
            throw new AssertionError(answer);
        }
        return id.group(1);
    }

    private static void check(String token, String id) {
        var answer = post(token, "mutation { checkConnector(input: {id: \\\"" + id + "\\\"}) { check { status } } }");
        if (!answer.contains("OPERATIONAL")) {
            throw new AssertionError(answer);
        }
    }

    private static String post(String token, String document) {
        var request = HttpRequest.newBuilder(elsewhere.address().resolve("/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
