package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README; docs/images has the last ones that were found worth showing. */
class ScreenshotBrowserTests extends BrowserTest {

    @Test
    void showsConnectors() {
        var anna = administrator(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(ColorScheme.LIGHT));
        var germany = anna.api().addGroup("Germany");
        var france = anna.api().addGroup("France");
        var outlet = anna.api().addGroup("Outlet");
        anna.api().addConnector("slack", "Alerts for operations", germany, "LIVE");
        anna.api().addConnector("klaviyo", "Newsletter", germany, "LIVE");
        anna.api().addConnector("zendesk", "Customer service", germany, "LIVE");
        anna.api().addConnector("stripe", "Card payments", france, "LIVE");
        anna.api().addConnector("bigcommerce", "Outlet shop", outlet, "LIVE");
        anna.api().addConnector("demo-shop", "Demo shop", outlet, "LIVE");
        anna.api().addConnector("shopify", "Shop Germany", germany, "LIVE");
        anna.api().addConnector("shopify", "Shop France", france, "LIVE");

        anna.go("/connectors");
        assertThat(anna.link(Pattern.compile("Shop France"))).isVisible();
        anna.page().waitForFunction("[...document.images].every(image => image.complete)");
        anna.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/connectors.png")));
    }
}
