package io.patchbay.setup.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.Refusals;

/** Starts a wizard for an instance and leads into it, or says why there can be none. */
@Route(value = "instances/new/:slug", layout = MainLayout.class)
class NewInstanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient DraftSetup setup;

    NewInstanceView(DraftSetup setup) {
        this.setup = setup;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("setup.system.add-instance"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        switch (setup.start(
                SetupKind.INSTANCE, event.getRouteParameters().get("slug").orElse(null))) {
            case Outcome.Done<Draft>(var draft) ->
                event.forwardTo(SetupView.address(draft.id(), draft.nextStep(), QueryParameters.empty()));
            case Outcome.Refused<Draft> refused -> explain(refused);
        }
    }

    private void explain(Outcome.Refused<Draft> refused) {
        removeAll();
        var refusals = new Refusals();
        add(
                new PageHeader(getTranslation("setup.system.add-instance")),
                refusals,
                PageLink.primary(Addresses.MARKETPLACE, getTranslation("common.navigation.marketplace")));
        refusals.show(refused);
    }
}
