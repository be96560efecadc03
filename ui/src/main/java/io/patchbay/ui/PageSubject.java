package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;

/** What a page is about, such as one connector. Asked before the page is built, so that a browser is told 404 at once. */
public interface PageSubject {

    /** The page. */
    Class<? extends Component> page();

    /** Whether what the address names is there for the viewer. */
    boolean exists(RouteParameters address);
}
