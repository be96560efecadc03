package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a page shows where there is nothing yet: what would stand here, and what to do for it. */
public final class EmptyState extends Div {

    private static final long serialVersionUID = 1;

    public EmptyState(String title, String explanation, Component... actions) {
        addClassName("pb-empty");
        var buttons = new Div(actions);
        buttons.addClassName("pb-actions");
        add(new H2(title), new Paragraph(explanation), buttons);
    }
}
