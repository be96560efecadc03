package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** A page's one heading, what it is about, and what can be done on it. */
public final class PageHeader extends Header {

    private static final long serialVersionUID = 1;

    private final Div words = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("pb-header");
        words.add(new H1(title));
        actions.addClassName("pb-actions");
        add(words, actions);
    }

    /** A sentence or two below the heading. */
    public PageHeader explained(String sentence) {
        var paragraph = new Paragraph(sentence);
        paragraph.addClassName("pb-muted");
        words.add(paragraph);
        return this;
    }

    /** What stands before the heading, such as a system's icon. */
    public PageHeader led(Component component) {
        addComponentAsFirst(component);
        return this;
    }

    /** Buttons and links for the whole page. */
    public PageHeader with(Component... components) {
        actions.add(components);
        return this;
    }
}
