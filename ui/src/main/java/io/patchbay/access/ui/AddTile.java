package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The tile that begins something new. */
public final class AddTile extends Composite<Anchor> {

    public AddTile(String address, String text) {
        getContent().setHref(address);
        getContent().addClassNames("pb-tile", "pb-add");
        getContent().add(VaadinIcon.PLUS.create(), new Span(text));
    }
}
