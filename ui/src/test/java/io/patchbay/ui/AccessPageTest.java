package io.patchbay.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** More verbs, for the pages of what exists already: connectors, instances and the marketplace. */
public abstract class AccessPageTest extends PageTest {

    protected void type(String label, String value) {
        test(field(label)).setValue(value);
    }

    protected TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    /** What the page says now, and the messages over it. */
    protected String words() {
        var messages = find(Notification.class).all().stream()
                .map(message -> test(message).getText());
        return Stream.concat(Stream.of(page()), messages).collect(Collectors.joining("\n"));
    }

    protected List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    /** The address that the reader ended at, with what follows the question mark. */
    protected String wholeAddress() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
