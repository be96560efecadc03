package io.patchbay.instance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.PagedTiles;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Installation;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.shared.Page;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import io.patchbay.system.SystemSearch;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All systems that Patchbay knows, to be searched and installed. */
@PermitAll
@Route(value = "marketplace", layout = MainLayout.class)
class MarketplaceView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private static final String SEARCH = "search";
    private static final String CATEGORY = "category";
    private static final String INSTALLED = "installed";

    private final SystemDefinitions systems;
    private final InstalledSystems installed;
    private final Installation installation;
    private final CurrentViewer currentViewer;
    private final TextField search = new TextField();
    private final Select<SystemCategory> category = new Select<>();
    private final Checkbox onlyInstalled = new Checkbox(getTranslation("instance.marketplace.only-installed"));
    private final Div list = new Div();
    // Fields that follow the address must not change it in turn.
    private boolean readingAddress;

    MarketplaceView(
            SystemDefinitions systems,
            InstalledSystems installed,
            Installation installation,
            CurrentViewer currentViewer) {
        this.systems = systems;
        this.installed = installed;
        this.installation = installation;
        this.currentViewer = currentViewer;
        search.setPlaceholder(getTranslation("instance.marketplace.search"));
        search.setAriaLabel(getTranslation("instance.marketplace.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> showInAddress());
        category.setItems(categories());
        category.setItemLabelGenerator(this::label);
        category.setEmptySelectionAllowed(true);
        category.setPlaceholder(getTranslation("instance.marketplace.any-category"));
        category.setAriaLabel(getTranslation("instance.marketplace.category"));
        category.addValueChangeListener(change -> showInAddress());
        onlyInstalled.addValueChangeListener(change -> showInAddress());
        var controls = new Div(search, category, onlyInstalled);
        controls.addClassName("pb-controls");
        var header = new PageHeader(getTranslation("instance.marketplace.title"));
        getContent().add(header.explained(getTranslation("instance.marketplace.lead")), controls, list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("instance.marketplace.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters address) {
        readingAddress = true;
        search.setValue(address.getSingleParameter(SEARCH).orElse(""));
        category.setValue(address.getSingleParameter(CATEGORY)
                .flatMap(MarketplaceView::category)
                .orElse(null));
        onlyInstalled.setValue(address.getSingleParameter(INSTALLED).isPresent());
        readingAddress = false;
        var here = installed.all(currentViewer.viewer().companyId());
        var found = found(here);
        var tiles = new PagedTiles<SystemDefinition>(
                getTranslation("instance.marketplace.systems"),
                (last, size) -> page(found, last, size),
                system -> tile(system, here));
        list.removeAll();
        list.add(tiles.isEmpty() ? nothingHere() : tiles);
    }

    private List<SystemDefinition> found(Set<SystemId> here) {
        var wanted = new SystemSearch(category.getValue(), search.getValue());
        return systems.all().stream()
                .filter(wanted::matches)
                .filter(system -> !onlyInstalled.getValue() || here.contains(system.id()))
                .toList();
    }

    private static Page<SystemDefinition> page(
            List<SystemDefinition> found, @Nullable SystemDefinition last, int size) {
        var rest = last == null ? found : found.subList(found.indexOf(last) + 1, found.size());
        return new Page<>(rest.subList(0, Math.min(size, rest.size())), rest.size() > size, last != null);
    }

    private Component tile(SystemDefinition system, Set<SystemId> here) {
        return new SystemCard(system, Labels.of(system.category()), here.contains(system.id()), installation);
    }

    private Component nothingHere() {
        var filtered = !search.isEmpty() || !category.isEmpty();
        var text = new Paragraph(getTranslation(
                filtered ? "instance.marketplace.nothing-found" : "instance.marketplace.none-installed"));
        text.addClassName("pb-muted");
        return text;
    }

    private void showInAddress() {
        if (readingAddress) {
            return;
        }
        var wanted = new HashMap<String, String>();
        Optional.of(search.getValue()).filter(text -> !text.isBlank()).ifPresent(text -> wanted.put(SEARCH, text));
        category.getOptionalValue().ifPresent(chosen -> wanted.put(CATEGORY, word(chosen)));
        if (onlyInstalled.getValue()) {
            wanted.put(INSTALLED, "yes");
        }
        InstanceNavigation.toMarketplace(QueryParameters.simple(wanted));
    }

    private List<SystemCategory> categories() {
        return systems.all().stream()
                .map(SystemDefinition::category)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<SystemCategory> category(String word) {
        return Arrays.stream(SystemCategory.values())
                .filter(one -> word(one).equals(word))
                .findFirst();
    }

    private static String word(SystemCategory category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String label(@Nullable SystemCategory choice) {
        return choice == null ? getTranslation("instance.marketplace.any-category") : Labels.of(choice);
    }
}
