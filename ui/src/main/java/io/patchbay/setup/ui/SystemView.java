package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.access.ui.Labels;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Installation;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.Outcome;
import io.patchbay.system.DefinitionSource;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.MarkdownText;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.Refusals;
import io.patchbay.ui.SystemIcon;
import jakarta.annotation.security.PermitAll;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A system's page: what it is, what to have at hand before anything is asked, and where to start. */
@PermitAll
@Route(value = "systems/:slug", layout = MainLayout.class)
class SystemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient SystemDefinitions systems;
    private final transient DraftSetup setup;
    private final transient Installation installation;
    private final transient InstalledSystems installed;
    private final transient CurrentViewer viewer;
    private final Refusals refusals = new Refusals();
    private final Div actions = new Div();
    private QueryParameters passedOn = QueryParameters.empty();
    private String title = "";

    SystemView(
            SystemDefinitions systems,
            DraftSetup setup,
            Installation installation,
            InstalledSystems installed,
            CurrentViewer viewer) {
        this.systems = systems;
        this.setup = setup;
        this.installation = installation;
        this.installed = installed;
        this.viewer = viewer;
        actions.addClassName("pb-actions");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", title);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        passedOn = event.getLocation().getQueryParameters().including("group", "environment");
        event.getRouteParameters().get("slug").flatMap(systems::find).ifPresentOrElse(this::show, this::showUnknown);
    }

    private void show(SystemDefinition system) {
        title = system.name();
        add(
                new PageHeader(system.name())
                        .led(new SystemIcon(system.id().slug()))
                        .explained(system.description())
                        .with(actions),
                refusals,
                facts(system));
        offer(system);
        if (system.prerequisites() != null) {
            add(section("setup.system.prerequisites", new MarkdownText(system.prerequisites())));
        }
        var methods = new Div(
                system.authenticationMethods().stream().map(MethodNeeds::new).toArray(Component[]::new));
        methods.addClassName("pb-methods");
        add(section("setup.system.needed", new Paragraph(environments(system)), methods));
        if (!system.sources().isEmpty()) {
            add(section("setup.system.sources", sources(system)));
        }
    }

    private void offer(SystemDefinition system) {
        actions.removeAll();
        var connect =
                new Button(getTranslation("setup.system.add-connector"), click -> start(SetupKind.CONNECTOR, system));
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        connect.setDisableOnClick(true);
        var isInstalled = installed.all(viewer.viewer().companyId()).contains(system.id());
        var second = isInstalled
                ? new Button(getTranslation("setup.system.add-instance"), click -> start(SetupKind.INSTANCE, system))
                : new Button(getTranslation("setup.system.install"), click -> install(system));
        second.setDisableOnClick(true);
        actions.add(connect, second);
    }

    private void start(SetupKind kind, SystemDefinition system) {
        switch (setup.start(kind, system.id().slug())) {
            case Outcome.Done<Draft>(var draft) ->
                getUI().ifPresent(ui -> ui.navigate(SetupView.address(draft.id(), draft.nextStep(), passedOn)));
            case Outcome.Refused<Draft> refused -> {
                refusals.show(refused);
                offer(system);
            }
        }
    }

    private void install(SystemDefinition system) {
        switch (installation.install(system.id().slug())) {
            case Outcome.Done<SystemDefinition> done -> Notifications.done("setup.system.installed", system.name());
            case Outcome.Refused<SystemDefinition> refused -> refusals.show(refused);
        }
        offer(system);
    }

    private Component facts(SystemDefinition system) {
        var category = new Badge(Labels.of(system.category()));
        var facts = new Div(category);
        facts.addClassName("pb-actions");
        if (system.helpLink() != null) {
            var help = outside(system.helpLink().toString(), getTranslation("setup.system.help-link"));
            help.addComponentAsFirst(VaadinIcon.EXTERNAL_LINK.create());
            help.addClassName("pb-with-icon");
            facts.add(help);
        }
        return facts;
    }

    private String environments(SystemDefinition system) {
        if (system.has(Environment.LIVE) && system.has(Environment.TEST)) {
            return getTranslation("setup.system.both-environments");
        }
        var only = Stream.of(Environment.values())
                .filter(system::has)
                .map(Labels::of)
                .collect(Collectors.joining());
        return getTranslation("setup.system.one-environment", system.name(), only);
    }

    private Component sources(SystemDefinition system) {
        var list = new UnorderedList();
        system.sources().forEach(source -> list.add(source(source)));
        list.addClassName("pb-small");
        return list;
    }

    private ListItem source(DefinitionSource source) {
        var read = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(source.read());
        var item = new ListItem(
                outside(source.address().toString(), source.address().toString()));
        item.add(" " + getTranslation("setup.system.read", read));
        return item;
    }

    private Section section(String key, Component... content) {
        var section = new Section(new H2(getTranslation(key)));
        section.addClassName("pb-section");
        section.add(content);
        return section;
    }

    private void showUnknown() {
        title = getTranslation("setup.system.unknown");
        add(
                new PageHeader(title),
                new EmptyState(
                        getTranslation("setup.system.unknown.heading"),
                        getTranslation("setup.system.unknown.text"),
                        PageLink.primary(Addresses.NEW_CONNECTOR, getTranslation("setup.system.unknown.all"))));
    }

    private static Anchor outside(String address, String text) {
        var link = new Anchor(address, text);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
