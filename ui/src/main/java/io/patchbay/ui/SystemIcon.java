package io.patchbay.ui;

import com.vaadin.flow.component.html.Image;

/** A system's icon. Its name always stands beside it, so it has no text of its own. */
public final class SystemIcon extends Image {

    private static final long serialVersionUID = 1;

    public SystemIcon(String slug) {
        super(Addresses.icon(slug), "");
        addClassName("pb-icon");
        setWidth("40px");
        setHeight("40px");
        getElement().setAttribute("loading", "lazy");
    }
}
