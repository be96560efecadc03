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
import io.patchbay.access.ui.LiveStatus;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private final List<PagedTiles<Instance>> sections = new ArrayList<>();

    InstancesView(
            Instances instances,
            InstalledSystems installed,
            SystemDefinitions systems,
            CurrentViewer currentViewer,
            UnfinishedSetups unfinished,
            LiveStatus liveStatus) {
        this.instances = instances;
        this.installed = installed;
        this.systems = systems;
        this.currentViewer = currentViewer;
        this.unfinished = unfinished;
        var header = new PageHeader(getTranslation("instance.list.title"));
        getContent().add(header.explained(getTranslation("instance.list.lead")), list);
        liveStatus.follow(this, this::readAgain);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("instance.list.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        list.removeAll();
        sections.clear();
        list.add(new UnfinishedOffers(unfinished.ofInstances(), unfinished::discard));
        var here = installed.all(currentViewer.viewer().companyId()).stream()
                .sorted(Comparator.comparing(this::name, String.CASE_INSENSITIVE_ORDER))
                .map(this::section)
                .toList();
        list.add(here.isEmpty() ? nothingInstalled() : new Div(here.toArray(Component[]::new)));
    }

    private void readAgain() {
        if (sections.stream().map(this::readAgain).toList().contains(false)) {
            show();
        }
    }

    /** False where the section must be made anew, because it has its first instance or lost its last. */
    private boolean readAgain(PagedTiles<Instance> tiles) {
        var wasEmpty = tiles.isEmpty();
        tiles.readAgain(
                Instance::id, (card, instance) -> ((AccessCard) card).show(instance.access(), environment(instance)));
        return tiles.isEmpty() == wasEmpty;
    }

    private Section section(SystemId system) {
        var heading = new H2(new Anchor(Addresses.system(system.slug()), name(system)));
        heading.setId("system-" + system.slug());
        var title = new Div(new SystemIcon(system.slug()), heading);
        title.addClassName("pb-section-title");
        var tiles = new PagedTiles<Instance>(
                getTranslation("instance.list.of", name(system)), (last, size) -> page(system, last, size), this::tile);
        sections.add(tiles);
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
        return new AccessCard(
                instance.access(), Addresses.instance(instance.id().value()), environment(instance));
    }

    private static String environment(Instance instance) {
        return Labels.of(instance.access().environment());
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
