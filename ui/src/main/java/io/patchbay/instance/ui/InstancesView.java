package io.patchbay.instance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.ui.AccessCard;
import io.patchbay.access.ui.AddTile;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.PagedTiles;
import io.patchbay.access.ui.UnfinishedOffers;
import io.patchbay.access.ui.UnfinishedSetups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Page;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.SystemIcon;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** <em>Connectors &amp; instances</em>: each installed system with its instances, and the tile that adds one. */
@PermitAll
@Route(value = "instances", layout = MainLayout.class)
class InstancesView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final Instances instances;
    private final InstalledSystems installed;
    private final SystemDefinitions systems;
    private final CurrentViewer currentViewer;
    private final UnfinishedSetups unfinished;
    private final Div list = new Div();

    InstancesView(
            Instances instances,
            InstalledSystems installed,
            SystemDefinitions systems,
            CurrentViewer currentViewer,
            UnfinishedSetups unfinished) {
        this.instances = instances;
        this.installed = installed;
        this.systems = systems;
        this.currentViewer = currentViewer;
        this.unfinished = unfinished;
        var header = new PageHeader(getTranslation("instance.list.title"));
        getContent().add(header.explained(getTranslation("instance.list.lead")), list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("instance.list.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        list.removeAll();
        list.add(new UnfinishedOffers(unfinished.ofInstances(), unfinished::discard));
        var here = installed.all(currentViewer.viewer().companyId()).stream()
                .sorted(Comparator.comparing(this::name, String.CASE_INSENSITIVE_ORDER))
                .map(this::section)
                .toList();
        list.add(here.isEmpty() ? nothingInstalled() : new Div(here.toArray(Component[]::new)));
    }

    private Section section(SystemId system) {
        var heading = new H2(new Anchor(Addresses.system(system.slug()), name(system)));
        heading.setId("system-" + system.slug());
        var title = new Div(new SystemIcon(system.slug()), heading);
        title.addClassName("pb-section-title");
        var tiles = new PagedTiles<Instance>(
                getTranslation("instance.list.of", name(system)), (last, size) -> page(system, last, size), this::tile);
        var section = new Section(title);
        section.addClassName("pb-section");
        section.getElement().setAttribute("aria-labelledby", "system-" + system.slug());
        if (tiles.isEmpty()) {
            section.add(new Paragraph(getTranslation("instance.list.none", name(system))));
        }
        section.add(tiles.startingWith(new AddTile(
                Addresses.newInstance(system.slug()), getTranslation("instance.list.add-of", name(system)))));
        return section;
    }

    private Page<Instance> page(SystemId system, @Nullable Instance last, int size) {
        return instances.page(
                currentViewer.viewer().companyId(),
                AccessSearch.of(system.slug()),
                new Page.Request(size, last == null ? null : last.id().value(), false));
    }

    private Component tile(Instance instance) {
        var environment = Labels.of(instance.access().environment());
        return new AccessCard(
                instance.access(), Addresses.instance(instance.id().value()), environment);
    }

    private Component nothingInstalled() {
        return new EmptyState(
                getTranslation("instance.list.empty-heading"),
                getTranslation("instance.list.empty"),
                PageLink.primary(Addresses.MARKETPLACE, getTranslation("instance.list.to-marketplace")));
    }

    private String name(SystemId id) {
        return systems.find(id).map(SystemDefinition::name).orElse(id.slug());
    }
}
