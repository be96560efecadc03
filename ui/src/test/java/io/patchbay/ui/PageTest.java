package io.patchbay.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import io.patchbay.setup.TestWorld;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tests of pages without a browser, each in front of a Patchbay of its own. Speaks as a reader acts. */
@SpringBootTest(classes = InMemoryPatchbay.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
@ViewPackages(packages = "io.patchbay")
public abstract class PageTest extends SpringBrowserlessTest {

    @Autowired
    protected TestWorld world;

    @BeforeEach
    void readEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** Goes to an address below the root. */
    protected void open(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** The address that the reader ended at, below the root. */
    protected String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    /** Presses the visible button with this text. */
    protected void press(String text) {
        test(find(Button.class).withText(text).last()).click();
    }

    /** Everything that the page says now, in order. */
    protected String page() {
        return words(getCurrentView().getElement());
    }

    /** Answers the browser's part of reading secret fields: what is typed in each, in order. */
    protected void browserHolds(String... secrets) {
        var answer = JsonNodeFactory.instance.arrayNode();
        List.of(secrets).forEach(answer::add);
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        pending().stream()
                .filter(call -> call.getInvocation().getExpression().contains("return [$0.value"))
                .forEach(call -> call.complete(answer));
        roundTrip();
    }

    private static List<PendingJavaScriptInvocation> pending() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
    }

    private static String words(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.getProperty("innerHTML", "")
                + element.getChildren()
                        .filter(child -> child.isTextNode() || child.isVisible())
                        .map(PageTest::words)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("\n"));
    }
}
