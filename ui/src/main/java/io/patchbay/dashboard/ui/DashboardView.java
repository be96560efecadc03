package io.patchbay.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.UnfinishedOffers;
import io.patchbay.access.ui.UnfinishedSetups;
import io.patchbay.attention.ui.AttentionPanel;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Page;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;

/** The first page after login: what needs attention, what is unfinished, how connectors and instances are doing, what to do next. */
@Route(value = Addresses.DASHBOARD, layout = MainLayout.class)
@PermitAll
final class DashboardView extends Div implements HasDynamicTitle {

    DashboardView(
            CompanyAdministration companies,
            Connectors connectors,
            Instances instances,
            ApiTokens tokens,
            UnfinishedSetups unfinished,
            AttentionPanel attention,
            CurrentViewer currentViewer,
            LiveStatus liveStatus) {
        var company = currentViewer.viewer().companyId();
        var connectorCounts = connectors.countByStatus(company);
        var connectorCard =
                new StatusCard("connectors", connectorCounts, Addresses.CONNECTORS, Addresses.NEW_CONNECTOR);
        var instanceCounts = instances.countByStatus(company);
        var instanceCard = new StatusCard("instances", instanceCounts, Addresses.INSTANCES, Addresses.MARKETPLACE);
        var cards = new Div(connectorCard, instanceCard);
        attention.setVisible(!connectorCounts.isEmpty() || !instanceCounts.isEmpty());
        liveStatus.follow(this, () -> {
            var connectorsNow = connectors.countByStatus(company);
            var instancesNow = instances.countByStatus(company);
            connectorCard.showAgain(connectorsNow);
            instanceCard.showAgain(instancesNow);
            attention.setVisible(!connectorsNow.isEmpty() || !instancesNow.isEmpty());
        });
        cards.addClassName("pb-cards");
        var hasToken = !tokens.page(company, Page.Request.first(1)).items().isEmpty();
        add(
                new PageHeader(getTranslation("dashboard.title"))
                        .explained(companies.company().name().value()),
                attention,
                cards,
                new UnfinishedOffers(unfinished.all(), unfinished::discard),
                new NextSteps(!connectorCounts.isEmpty(), hasToken));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("dashboard.title"));
    }
}
