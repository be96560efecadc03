package io.patchbay.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import io.patchbay.company.Company;
import io.patchbay.company.CompanyGroup;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Name;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.node.JsonNodeFactory;

/** Verbs for tests of pages. Each test works for a company of its own, so it sees nothing of the others. */
@SpringBootTest(classes = InMemoryPatchbay.class)
public abstract class BrowserlessPages extends SpringBrowserlessTest {

    @Autowired
    protected TestWorld world;

    protected CompanyGroup group;

    @BeforeEach
    void workForANewCompany() {
        var company = world.companies.save(Company.named(new Name("Company " + UUID.randomUUID())));
        group = world.groups.save(CompanyGroup.named(new Name("Retail"), company.id(), world.clock.instant()));
        world.viewer.actAs(new Viewer.SignedIn(world.person(company, UUID.randomUUID() + "@acme.example")));
    }

    protected void open(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    protected void press(String text) {
        test(button(text)).click();
    }

    protected Button button(String text) {
        return $(Button.class)
                .withCondition(BrowserlessPages::visible)
                .withText(text)
                .single();
    }

    protected void type(String label, String value) {
        test(field(label)).setValue(value);
    }

    protected TextField field(String label) {
        return $(TextField.class).withLabel(label).single();
    }

    /** Everything that can be read on the page, dialogs and messages included; no labels of fields. */
    protected String words() {
        var page = UI.getCurrent().getChildren().map(part -> part.getElement().getTextRecursively());
        var messages = $(Notification.class).all().stream()
                .map(message -> test(message).getText());
        return Stream.concat(page, messages).collect(Collectors.joining(" "));
    }

    protected List<String> links() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    /** Where the page stands now, with what follows the question mark. */
    protected String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Answers the page that asks the browser for what is typed in its secret fields. */
    protected void browserAnswers(String... secrets) {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        var answer = JsonNodeFactory.instance.arrayNode();
        List.of(secrets).forEach(answer::add);
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(pending -> pending.getInvocation().getExpression().contains("return [$0.value"))
                .filter(PendingJavaScriptInvocation::isSubscribed)
                .forEach(pending -> pending.complete(answer));
    }

    private static boolean visible(Component component) {
        return component.isVisible()
                && component.getParent().map(BrowserlessPages::visible).orElse(true);
    }
}
