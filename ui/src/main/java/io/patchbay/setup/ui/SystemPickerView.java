package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.UnfinishedOffers;
import io.patchbay.access.ui.UnfinishedSetups;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemSearch;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Where a connector begins: wizards to continue, and all systems to choose from. */
@PermitAll
@Route(value = Addresses.NEW_CONNECTOR, layout = MainLayout.class)
class SystemPickerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private static final int SHOWN_AT_FIRST = 24;

    private final transient UnfinishedSetups offered;
    private final transient SystemDefinitions systems;
    private final TextField text = new TextField();
    private final ComboBox<SystemCategory> category = new ComboBox<>();
    private final Div unfinished = new Div();
    private final Paragraph found = new Paragraph();
    private final UnorderedList tiles = new UnorderedList();
    private final Button more = new Button();
    private QueryParameters passedOn = QueryParameters.empty();
    private int shown = SHOWN_AT_FIRST;

    SystemPickerView(UnfinishedSetups offered, SystemDefinitions systems) {
        this.offered = offered;
        this.systems = systems;
        tiles.addClassName("pb-tiles");
        found.getElement().setAttribute("role", "status");
        found.addClassName("pb-muted");
        more.setText(getTranslation("common.more"));
        more.addClickListener(click -> showMore());
        prepareSearch();
        var search = new Div(text, category);
        search.addClassName("pb-controls");
        var choose = new Section(new H2(getTranslation("setup.systems.heading")), search, found, tiles, more);
        choose.addClassName("pb-section");
        add(
                new PageHeader(getTranslation("setup.systems.title")).explained(getTranslation("setup.systems.text")),
                unfinished,
                choose);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("setup.systems.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        passedOn = query.including("group", "environment");
        text.setValue(query.getSingleParameter("q").orElse(""));
        category.setValue(query.getSingleParameter("category")
                .flatMap(wanted -> Stream.of(SystemCategory.values())
                        .filter(known -> known.name().equals(wanted))
                        .findFirst())
                .orElse(null));
        showUnfinished();
        showSystems();
    }

    private void prepareSearch() {
        text.setLabel(getTranslation("common.search"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setAutofocus(true);
        text.addValueChangeListener(change -> searchedFor(change.isFromClient()));
        category.setLabel(getTranslation("setup.systems.category"));
        category.setPlaceholder(getTranslation("setup.systems.any-category"));
        category.setClearButtonVisible(true);
        category.setItems(systems.all().stream()
                .map(SystemDefinition::category)
                .distinct()
                .sorted()
                .toList());
        category.setItemLabelGenerator(Labels::of);
        category.addValueChangeListener(change -> searchedFor(change.isFromClient()));
    }

    private void searchedFor(boolean byReader) {
        if (byReader) {
            shown = SHOWN_AT_FIRST;
            showSystems();
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address()));
        }
    }

    private String address() {
        var query = new LinkedHashMap<>(passedOn.getParameters());
        if (!text.isEmpty()) {
            query.put("q", List.of(text.getValue()));
        }
        if (!category.isEmpty()) {
            query.put("category", List.of(category.getValue().name()));
        }
        return query.isEmpty()
                ? Addresses.NEW_CONNECTOR
                : Addresses.NEW_CONNECTOR + "?" + new QueryParameters(query).getQueryString();
    }

    private void showMore() {
        shown += SHOWN_AT_FIRST;
        showSystems();
    }

    private void showSystems() {
        var search = new SystemSearch(category.getValue(), text.getValue());
        var matching = systems.all().stream().filter(search::matches).toList();
        found.setText(getTranslation("setup.systems.found", matching.size()));
        more.setVisible(matching.size() > shown);
        tiles.removeAll();
        matching.stream()
                .limit(shown)
                .map(system -> new SystemTile(system, passedOn))
                .forEach(this::addTile);
    }

    private void addTile(Component tile) {
        tiles.add(new ListItem(tile));
    }

    private void showUnfinished() {
        unfinished.removeAll();
        unfinished.add(new UnfinishedOffers(offered.ofConnectors(), offered::discard));
    }
}
