package io.patchbay.ui;

import com.vaadin.flow.component.html.Span;

/** Patchbay's mark: two sockets and the cord between them. Decoration, so screen readers pass over it. */
public final class Mark extends Span {

    private static final long serialVersionUID = 1;

    public Mark() {
        addClassName("pb-mark");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", """
                        <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="2">
                        <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" stroke="none"/>
                        <g stroke="var(--pb-mark-line)" stroke-linecap="round">
                        <circle cx="7" cy="8" r="2.5"/><circle cx="17" cy="8" r="2.5"/>
                        <path d="M7 10.5c0 8 10 8 10 0"/></g></svg>""");
    }
}
