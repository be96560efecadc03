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
        var germany = anna.addGroup("Germany");
        var france = anna.addGroup("France");
        var outlet = anna.addGroup("Outlet");
        anna.addConnector("slack", "Alerts for operations", germany, "LIVE");
        anna.addConnector("klaviyo", "Newsletter", germany, "LIVE");
        anna.addConnector("zendesk", "Customer service", germany, "LIVE");
        anna.addConnector("stripe", "Card payments", france, "LIVE");
        anna.addConnector("bigcommerce", "Outlet shop", outlet, "LIVE");
        anna.addConnector("demo-shop", "Demo shop", outlet, "LIVE");
        anna.addConnector("shopify", "Shop Germany", germany, "LIVE");
        anna.addConnector("shopify", "Shop France", france, "LIVE");

        anna.go("/connectors");
        assertThat(anna.link(Pattern.compile("Shop France"))).isVisible();
        anna.page().waitForFunction("[...document.images].every(image => image.complete)");
        anna.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/connectors.png")));
    }
}
