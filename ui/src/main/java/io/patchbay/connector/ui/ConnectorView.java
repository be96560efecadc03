package io.patchbay.connector.ui;

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
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.connector.Connectors;
import io.patchbay.history.ui.HistoryPanels;
import io.patchbay.identity.CurrentViewer;
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

/** One connector: its summary, and its settings with everything that can be changed. */
@PermitAll
@Route(value = "connectors/:id/:tab?(settings)", layout = MainLayout.class)
class ConnectorView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final ConnectorSubject subject;
    private final Connectors connectors;
    private final CompanyGroups groups;
    private final SystemDefinitions systems;
    private final ConnectorAdministration administration;
    private final ConnectorChecking checking;
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

    ConnectorView(
            ConnectorSubject subject,
            Connectors connectors,
            CompanyGroups groups,
            SystemDefinitions systems,
            ConnectorAdministration administration,
            ConnectorChecking checking,
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
        this.connectors = connectors;
        this.groups = groups;
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
                        connector -> show(connector, tab, event.getLocation().getQueryParameters()),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    /** Only the summary shows a status; who edits settings is told by saving where somebody was faster. */
    private void readAgain() {
        var before = summary;
        if (shown == null || before == null) {
            return;
        }
        connectors
                .find(currentViewer.viewer().companyId(), shown)
                .ifPresentOrElse(
                        connector -> {
                            if (!before.showAgain(connector.access())) {
                                show(connector, PageTab.SUMMARY, QueryParameters.empty());
                            }
                        },
                        this::showThatItIsGone);
    }

    private void showThatItIsGone() {
        summary = null;
        getContent().removeAll();
        getContent()
                .add(new EmptyState(
                        getTranslation("connector.gone.heading", title),
                        getTranslation("connector.gone"),
                        PageLink.primary(Addresses.CONNECTORS, getTranslation("connector.gone.to-list"))));
    }

    private void show(Connector connector, PageTab tab, QueryParameters query) {
        var access = connector.access();
        var known = systems.find(access.system());
        var system = known.orElseGet(() ->
                SystemDefinition.unknown(access.system(), access.credentials().method()));
        var group = groups.find(access.companyId(), connector.group()).orElseThrow();
        var id = connector.id().value();
        var addresses = List.of(Addresses.connector(id), Addresses.connectorSettings(id));
        var page = new AccessPage(access, belongsTo(connector, system, group), tab, addresses);
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
                            case SUMMARY -> summary(connector, query, system, group);
                            case SETTINGS ->
                                settings(connector, system, group).telling(state -> page.show(state.access()));
                        }));
    }

    private String belongsTo(Connector connector, SystemDefinition system, CompanyGroup group) {
        return getTranslation(
                "connector.page.belongs-to",
                system.name(),
                group.name().value(),
                Labels.of(connector.access().environment()));
    }

    private Component summary(Connector connector, QueryParameters query, SystemDefinition system, CompanyGroup group) {
        var usage = usages.of(connector.access());
        var history = histories.of(connector.access());
        var made = new AccessSummary(connector.access(), system, clock.instant())
                .withTest(new ConnectionTest(found -> found.accept(test(connector))))
                .withGrant(grant(connector.access()), clock.instant())
                .withBelowStatus(usage, usage::showAgain)
                .withBelowStatus(history, history::showAgain)
                .withRateLimit(null, pausedUntil(connector.access()))
                .with(getTranslation("connector.fact.group"), group.name().value());
        reconnection.ofConnector(connector.access(), query).ifPresent(made::withConnection);
        programUse.of(AccessKind.CONNECTOR, connector.access()).ifPresent(made::withPanel);
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

    private Outcome<Check> test(Connector connector) {
        return checking.check(connector.id())
                .map(checked -> Objects.requireNonNull(checked.access().lastCheck()));
    }

    private AccessSettings settings(Connector connector, SystemDefinition system, CompanyGroup group) {
        var operations = new ConnectorOperations(connector.id(), connectors, administration, currentViewer);
        return new AccessSettings(
                        ConnectorOperations.state(connector),
                        system,
                        operations,
                        clock,
                        () -> ConnectorNavigation.toConnectors(
                                connector.access().environment()))
                .fixed(getTranslation("connector.fact.group"), group.name().value());
    }
}
