package io.patchbay.authorization.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.shared.Refusal;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.FrontDoor;

/** What came of connecting by redirect, for whoever has no page of its own for that: a program's helper, or a stranger. */
@Route(value = Addresses.CONNECT, autoLayout = false)
@AnonymousAllowed
final class ConnectView extends Composite<FrontDoor> implements BeforeEnterObserver, HasDynamicTitle {

    private boolean refused;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        refused = query.getSingleParameter(Addresses.REFUSED).isPresent();
        getContent()
                .show(
                        new Div(
                                new H1(title()),
                                new Paragraph(refused ? why(query) : getTranslation("authorization.page.done.text"))),
                        new Paragraph(new Anchor(Addresses.CONNECTORS, getTranslation("authorization.page.patchbay"))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", title());
    }

    private String title() {
        return getTranslation(refused ? "authorization.page.refused" : "authorization.page.done");
    }

    /** Only sentences of our own; an address can be made up by anybody. */
    private String why(QueryParameters query) {
        return Arrivals.refusal(getTranslation("authorization.page.vendor"), query)
                .map(this::sentence)
                .orElseGet(() -> getTranslation("authorization.page.other"));
    }

    private String sentence(Refusal refusal) {
        return refusal.message(getLocale()) + ".";
    }
}
