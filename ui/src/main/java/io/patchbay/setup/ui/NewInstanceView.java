package io.patchbay.setup.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.patchbay.instance.Installation;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.SystemIcon;
import jakarta.annotation.security.PermitAll;

/** Starts the wizard for an instance; where the system is not installed, says so and offers to install it. */
@PermitAll
@Route(value = "instances/new/:slug", layout = MainLayout.class)
class NewInstanceView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final SystemDefinitions systems;
    private final DraftSetup setup;
    private final Installation installation;

    NewInstanceView(SystemDefinitions systems, DraftSetup setup, Installation installation) {
        this.systems = systems;
        this.setup = setup;
        this.installation = installation;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("instance.new.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("slug")
                .flatMap(systems::find)
                .ifPresentOrElse(system -> start(event, system), () -> event.rerouteToError(NotFoundException.class));
    }

    private void start(BeforeEnterEvent event, SystemDefinition system) {
        // Opened twice, the address goes on with the same empty wizard instead of leaving one more behind.
        var begun = setup.unfinished().stream()
                .filter(draft -> draft.kind() == SetupKind.INSTANCE)
                .filter(draft -> draft.system().equals(system.id()) && draft.general() == null)
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> setup.start(SetupKind.INSTANCE, system.id().slug()));
        switch (begun) {
            case Outcome.Done<Draft>(var draft) ->
                event.forwardTo(Addresses.setup(draft.id().value()));
            case Outcome.Refused<Draft> refused -> offerToInstall(system, refused);
        }
    }

    private void offerToInstall(SystemDefinition system, Outcome.Refused<Draft> refused) {
        var install = new Button(getTranslation("instance.new.install", system.name()), click -> install(system));
        install.addThemeVariants(ButtonVariant.PRIMARY);
        var explanation = refused.refusals().getFirst().message(getLocale());
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getTranslation("instance.new.title"))
                        .explained(system.name())
                        .led(new SystemIcon(system.id().slug())));
        getContent()
                .add(new EmptyState(
                        getTranslation("instance.new.not-installed", system.name()),
                        explanation,
                        install,
                        PageLink.secondary(Addresses.MARKETPLACE, getTranslation("common.navigation.marketplace"))));
    }

    private void install(SystemDefinition system) {
        installation.install(system.id().slug());
        UI.getCurrent().navigate(Addresses.newInstance(system.id().slug()));
    }
}
