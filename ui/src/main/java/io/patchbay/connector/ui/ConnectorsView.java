package io.patchbay.connector.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.ui.AccessCard;
import io.patchbay.access.ui.AddTile;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.PagedTiles;
import io.patchbay.access.ui.UnfinishedOffers;
import io.patchbay.access.ui.UnfinishedSetups;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** <em>Manage your connectors</em>: a tile for each live or each test connector, and the one that adds one. */
@PermitAll
@Route(value = "connectors", layout = MainLayout.class)
class ConnectorsView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final Connectors connectors;
    private final SystemDefinitions systems;
    private final CurrentViewer currentViewer;
    private final UnfinishedSetups unfinished;
    private final Tab live = new Tab(getTranslation("connector.list.live"));
    private final Tab testing = new Tab(getTranslation("connector.list.testing"));
    private final Tabs tabs = new Tabs(live, testing);
    private final TextField search = new TextField();
    private final Div offers = new Div();
    private final Div list = new Div();
    // Fields that follow the address must not change it in turn.
    private boolean readingAddress;
    private @Nullable PagedTiles<ConnectorSummary> tiles;

    ConnectorsView(
            Connectors connectors,
            SystemDefinitions systems,
            CurrentViewer currentViewer,
            UnfinishedSetups unfinished,
            LiveStatus liveStatus) {
        this.connectors = connectors;
        this.systems = systems;
        this.currentViewer = currentViewer;
        this.unfinished = unfinished;
        tabs.addSelectedChangeListener(change -> showInAddress());
        search.setPlaceholder(getTranslation("connector.list.search"));
        search.setAriaLabel(getTranslation("connector.list.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> showInAddress());
        var controls = new Div(tabs, search);
        controls.addClassName("pb-controls");
        var header = new PageHeader(getTranslation("connector.list.title"));
        getContent().add(header.explained(getTranslation("connector.list.lead")), offers, controls, list);
        liveStatus.follow(this, this::readAgain);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("connector.list.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters address) {
        readingAddress = true;
        var tab = address.getSingleParameter(ConnectorNavigation.TAB).orElse("");
        tabs.setSelectedTab(tab.equals(ConnectorNavigation.TESTING) ? testing : live);
        search.setValue(address.getSingleParameter(ConnectorNavigation.SEARCH).orElse(""));
        readingAddress = false;
        offers.removeAll();
        offers.add(new UnfinishedOffers(unfinished.ofConnectors(), unfinished::discard));
        showTiles();
    }

    private void showTiles() {
        var fresh = new PagedTiles<>(tabs.getSelectedTab().getLabel(), this::page, this::tile);
        list.removeAll();
        if (fresh.isEmpty()) {
            list.add(nothingHere());
        }
        list.add(fresh.startingWith(new AddTile(Addresses.NEW_CONNECTOR, getTranslation("connector.list.add"))));
        tiles = fresh;
    }

    private void readAgain() {
        var shown = tiles;
        if (shown == null) {
            return;
        }
        var wasEmpty = shown.isEmpty();
        shown.readAgain(
                summary -> summary.connector().id(),
                (card, summary) -> ((AccessCard) card).show(summary.access(), belongsTo(summary)));
        if (shown.isEmpty() != wasEmpty) {
            showTiles();
        }
    }

    private Page<ConnectorSummary> page(@Nullable ConnectorSummary last, int size) {
        var from = last == null ? null : last.connector().id().value();
        var wanted = new AccessSearch(environment(), null, search.getValue(), Set.of());
        return connectors.page(
                currentViewer.viewer().companyId(),
                new ConnectorSearch(wanted, null),
                new Page.Request(size, from, false));
    }

    private Component tile(ConnectorSummary summary) {
        var access = summary.connector().access();
        return new AccessCard(access, Addresses.connector(access.id().value()), belongsTo(summary));
    }

    private String belongsTo(ConnectorSummary summary) {
        var slug = summary.access().system();
        var system = systems.find(slug).map(SystemDefinition::name).orElse(slug.slug());
        return getTranslation(
                "connector.list.belongs-to", system, summary.group().name().value());
    }

    private Component nothingHere() {
        var key = search.isEmpty() ? "connector.list.empty." + environment().name() : "connector.list.nothing-found";
        var text = new Paragraph(getTranslation(key, search.getValue()));
        text.addClassName("pb-muted");
        return text;
    }

    private Environment environment() {
        return tabs.getSelectedTab() == testing ? Environment.TEST : Environment.LIVE;
    }

    private void showInAddress() {
        if (!readingAddress) {
            ConnectorNavigation.toConnectors(environment(), search.getValue());
        }
    }
}
