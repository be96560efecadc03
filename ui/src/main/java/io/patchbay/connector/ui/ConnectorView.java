package io.patchbay.connector.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.Check;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.AccessSettings;
import io.patchbay.access.ui.AccessShowing;
import io.patchbay.access.ui.AccessSummary;
import io.patchbay.access.ui.AccessView;
import io.patchbay.access.ui.ConnectionTest;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.Reconnection;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.connector.Connectors;
import io.patchbay.history.ui.HistoryPanels;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageLink;
import io.patchbay.usage.ui.UsagePanels;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One connector: its summary, and its settings with everything that can be changed. */
@PermitAll
@Route(value = "connectors/:id/:tab?(settings)", layout = MainLayout.class)
class ConnectorView extends AccessView<Connector> {

    private final ConnectorSubject subject;
    private final Connectors connectors;
    private final CompanyGroups groups;
    private final ConnectorAdministration administration;
    private final ConnectorChecking checking;
    private final CurrentViewer currentViewer;
    private final Reconnection reconnection;
    private final HistoryPanels histories;
    private final UsagePanels usages;
    private final AccessShowing showing;

    ConnectorView(
            ConnectorSubject subject,
            Connectors connectors,
            CompanyGroups groups,
            ConnectorAdministration administration,
            ConnectorChecking checking,
            CurrentViewer currentViewer,
            Reconnection reconnection,
            HistoryPanels histories,
            UsagePanels usages,
            AccessShowing showing,
            LiveStatus liveStatus) {
        super(showing, liveStatus);
        this.subject = subject;
        this.connectors = connectors;
        this.groups = groups;
        this.administration = administration;
        this.checking = checking;
        this.currentViewer = currentViewer;
        this.reconnection = reconnection;
        this.histories = histories;
        this.usages = usages;
        this.showing = showing;
    }

    @Override
    protected Optional<Connector> find(RouteParameters address) {
        return subject.find(address);
    }

    @Override
    protected Optional<Connector> find(AccessId id) {
        return connectors.find(currentViewer.viewer().companyId(), id);
    }

    @Override
    protected SystemAccess access(Connector connector) {
        return connector.access();
    }

    @Override
    protected List<String> addresses(AccessId id) {
        return List.of(Addresses.connector(id.value()), Addresses.connectorSettings(id.value()));
    }

    @Override
    protected String belongsTo(Connector connector, SystemDefinition system) {
        return getTranslation(
                "connector.page.belongs-to",
                system.name(),
                group(connector),
                Labels.of(connector.access().environment()));
    }

    @Override
    protected AccessSummary summary(Connector connector, SystemDefinition system, QueryParameters query) {
        var access = connector.access();
        var usage = usages.of(access);
        var history = histories.of(access);
        var test = new ConnectionTest(found -> found.accept(test(connector)));
        var summary = showing.summary(AccessKind.CONNECTOR, access, system, test, null)
                .withBelowStatus(usage, usage::showAgain)
                .withBelowStatus(history, history::showAgain)
                .with(getTranslation("connector.fact.group"), group(connector));
        reconnection.ofConnector(access, query).ifPresent(summary::withConnection);
        return summary;
    }

    @Override
    protected AccessSettings settings(Connector connector, SystemDefinition system) {
        var operations = new ConnectorOperations(connector.id(), connectors, administration, currentViewer);
        return showing.settings(
                        ConnectorOperations.state(connector),
                        system,
                        operations,
                        () -> ConnectorNavigation.toConnectors(
                                connector.access().environment()))
                .fixed(getTranslation("connector.fact.group"), group(connector));
    }

    @Override
    protected Component gone(String name) {
        return new EmptyState(
                getTranslation("connector.gone.heading", name),
                getTranslation("connector.gone"),
                PageLink.primary(Addresses.CONNECTORS, getTranslation("connector.gone.to-list")));
    }

    private String group(Connector connector) {
        return groups.find(connector.access().companyId(), connector.group())
                .orElseThrow()
                .name()
                .value();
    }

    private Outcome<Check> test(Connector connector) {
        return checking.check(connector.id())
                .map(checked -> Objects.requireNonNull(checked.access().lastCheck()));
    }
}
