package io.patchbay.instance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.Check;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.AccessPage;
import io.patchbay.access.ui.AccessPage.PageTab;
import io.patchbay.access.ui.AccessSettings;
import io.patchbay.access.ui.AccessSummary;
import io.patchbay.access.ui.ConnectionTest;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.ProgramUse;
import io.patchbay.access.ui.Reconnection;
import io.patchbay.history.ui.HistoryPanels;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.instance.Instances;
import io.patchbay.limit.Ledgers;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.Tokens;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageLink;
import io.patchbay.usage.ui.UsagePanels;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One instance: its summary, and its settings with everything that can be changed. */
@PermitAll
@Route(value = "instances/:id/:tab?(settings)", layout = MainLayout.class)
class InstanceView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final InstanceSubject subject;
    private final Instances instances;
    private final SystemDefinitions systems;
    private final InstanceAdministration administration;
    private final InstanceChecking checking;
    private final CurrentViewer currentViewer;
    private final Reconnection reconnection;
    private final ProgramUse programUse;
    private final Tokens tokens;
    private final Ledgers ledgers;
    private final Clock clock;
    private final HistoryPanels histories;
    private final UsagePanels usages;
    private String title = "";
    private @Nullable AccessId shown;
    private @Nullable AccessSummary summary;

    InstanceView(
            InstanceSubject subject,
            Instances instances,
            SystemDefinitions systems,
            InstanceAdministration administration,
            InstanceChecking checking,
            CurrentViewer currentViewer,
            Reconnection reconnection,
            ProgramUse programUse,
            Tokens tokens,
            Ledgers ledgers,
            Clock clock,
            HistoryPanels histories,
            UsagePanels usages,
            LiveStatus liveStatus) {
        this.subject = subject;
        this.instances = instances;
        this.systems = systems;
        this.administration = administration;
        this.checking = checking;
        this.currentViewer = currentViewer;
        this.reconnection = reconnection;
        this.programUse = programUse;
        this.tokens = tokens;
        this.ledgers = ledgers;
        this.clock = clock;
        this.histories = histories;
        this.usages = usages;
        liveStatus.follow(this, this::readAgain);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", title);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var tab = event.getRouteParameters().get("tab").isPresent() ? PageTab.SETTINGS : PageTab.SUMMARY;
        subject.find(event.getRouteParameters())
                .ifPresentOrElse(
                        instance -> show(instance, tab, event.getLocation().getQueryParameters()),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    /** Only the summary shows a status; who edits settings is told by saving where somebody was faster. */
    private void readAgain() {
        var before = summary;
        if (shown == null || before == null) {
            return;
        }
        instances
                .find(currentViewer.viewer().companyId(), shown)
                .ifPresentOrElse(
                        instance -> {
                            if (!before.showAgain(instance.access())) {
                                show(instance, PageTab.SUMMARY, QueryParameters.empty());
                            }
                        },
                        this::showThatItIsGone);
    }

    private void showThatItIsGone() {
        summary = null;
        getContent().removeAll();
        getContent()
                .add(new EmptyState(
                        getTranslation("instance.gone.heading", title),
                        getTranslation("instance.gone"),
                        PageLink.primary(Addresses.INSTANCES, getTranslation("instance.gone.to-list"))));
    }

    private void show(Instance instance, PageTab tab, QueryParameters query) {
        var access = instance.access();
        var known = systems.find(access.system());
        var system = known.orElseGet(() ->
                SystemDefinition.unknown(access.system(), access.credentials().method()));
        var id = instance.id().value();
        var addresses = List.of(Addresses.instance(id), Addresses.instanceSettings(id));
        var belongsTo = getTranslation("instance.page.belongs-to", system.name(), Labels.of(access.environment()));
        var page = new AccessPage(access, belongsTo, tab, addresses);
        if (known.isEmpty()) {
            page.warnOfUnknownSystem();
        }
        title = access.name().value();
        shown = access.id();
        summary = null;
        getContent().removeAll();
        getContent()
                .add(page.with(
                        switch (tab) {
                            case SUMMARY -> summary(instance, query, system);
                            case SETTINGS -> settings(instance, system).telling(state -> page.show(state.access()));
                        }));
    }

    private Component summary(Instance instance, QueryParameters query, SystemDefinition system) {
        var usage = usages.of(instance.access());
        var history = histories.of(instance.access());
        var made = new AccessSummary(instance.access(), system, clock.instant())
                .withTest(new ConnectionTest(found -> found.accept(test(instance))))
                .withGrant(grant(instance.access()), clock.instant())
                .withBelowStatus(usage, usage::showAgain)
                .withBelowStatus(history, history::showAgain)
                .withRateLimit(instance.rateLimit(), pausedUntil(instance.access()));
        reconnection.ofInstance(instance.access(), query).ifPresent(made::withConnection);
        programUse.of(AccessKind.INSTANCE, instance.access()).ifPresent(made::withPanel);
        summary = made;
        return made;
    }

    private @Nullable Instant pausedUntil(SystemAccess access) {
        var credentials = access.credentials().id();
        return ledgers.pausedUntil(access.companyId(), List.of(credentials)).get(credentials);
    }

    private Optional<TokenGrant> grant(SystemAccess access) {
        return tokens.find(access.companyId(), access.credentials().id());
    }

    private Outcome<Check> test(Instance instance) {
        return checking.check(instance.id())
                .map(checked -> Objects.requireNonNull(checked.access().lastCheck()));
    }

    private AccessSettings settings(Instance instance, SystemDefinition system) {
        var operations = new InstanceOperations(instance.id(), instances, administration, currentViewer);
        return new AccessSettings(
                        InstanceOperations.state(instance), system, operations, clock, InstanceNavigation::toInstances)
                .withRateLimit();
    }
}
