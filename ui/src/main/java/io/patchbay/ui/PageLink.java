package io.patchbay.ui;

import com.vaadin.flow.component.html.Anchor;

/** A link that looks like a button, for the main thing to do on a page that leads to another page. */
public final class PageLink extends Anchor {

    private static final long serialVersionUID = 1;

    private PageLink(String address, String text, String look) {
        super(address, text);
        addClassNames("pb-button", look);
    }

    /** The page's main way on. */
    public static PageLink primary(String address, String text) {
        return new PageLink(address, text, "pb-primary");
    }

    /** Another way on. */
    public static PageLink secondary(String address, String text) {
        return new PageLink(address, text, "pb-secondary");
    }
}
