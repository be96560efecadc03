package io.patchbay.access.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Says that the vendor's own page about something could not be read. */
public final class Unverified extends Span {

    private static final long serialVersionUID = 1;

    public Unverified() {
        addClassName("pb-unverified");
        add(VaadinIcon.QUESTION_CIRCLE_O.create(), new Span(getTranslation("access.unverified")));
    }
}
