package io.patchbay.instance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.instance.Installation;
import io.patchbay.instance.SystemInUse;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.Refusals;
import io.patchbay.ui.SystemIcon;
import java.util.Optional;

/** A system's tile in the marketplace: what it is, whether it is installed, and the button that changes that. */
final class SystemCard extends Composite<Div> {

    private final SystemDefinition system;
    private final Installation installation;
    private final Badge installedBadge = new Badge(getTranslation("instance.marketplace.installed"));
    private final Div footer = new Div();
    private final Refusals refusals = new Refusals().showing(this::instancesInTheWay);

    SystemCard(SystemDefinition system, String category, boolean installed, Installation installation) {
        this.system = system;
        this.installation = installation;
        var name = new Anchor(Addresses.system(system.id().slug()), system.name());
        name.addClassName("pb-name");
        var kind = new Span(category);
        kind.addClassNames("pb-muted", "pb-small");
        var description = new Paragraph(system.description());
        description.addClassNames("pb-small", "pb-description");
        footer.addClassNames("pb-actions", "pb-tile-footer");
        getContent().addClassName("pb-tile");
        getContent().add(new SystemIcon(system.id().slug()));
        installedBadge.setIcon(VaadinIcon.CHECK.create());
        installedBadge.addThemeVariants(BadgeVariant.SUCCESS);
        getContent().add(new Div(name, kind, installedBadge, description, refusals, footer));
        show(installed);
    }

    private void show(boolean installed) {
        refusals.clear();
        footer.removeAll();
        installedBadge.setVisible(installed);
        if (installed) {
            footer.add(addLink(), uninstallButton());
        } else {
            footer.add(installButton());
        }
    }

    private Anchor addLink() {
        var add = new Anchor(Addresses.newInstance(system.id().slug()), getTranslation("instance.list.add"));
        add.setAriaLabel(getTranslation("instance.list.add-of", system.name()));
        return add;
    }

    private Button installButton() {
        var button = new Button(
                getTranslation("instance.marketplace.install"),
                click -> show(installation.install(system.id().slug()), true));
        button.setAriaLabel(getTranslation("instance.marketplace.install-named", system.name()));
        return button;
    }

    private Button uninstallButton() {
        var button = new Button(
                getTranslation("instance.marketplace.uninstall"),
                click -> show(installation.uninstall(system.id().slug()), false));
        button.setAriaLabel(getTranslation("instance.marketplace.uninstall-named", system.name()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void show(Outcome<SystemDefinition> outcome, boolean installed) {
        switch (outcome) {
            case Outcome.Done<SystemDefinition> done -> {
                show(installed);
                // The pressed button is gone; whoever works by keyboard goes on at the one in its place.
                footer.getChildren()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .forEach(Button::focus);
            }
            case Outcome.Refused<SystemDefinition> refused -> refusals.show(refused);
        }
    }

    private Optional<Component> instancesInTheWay(Refusal refusal) {
        if (!(refusal instanceof SystemInUse inUse)) {
            return Optional.empty();
        }
        var links = new UnorderedList();
        inUse.instances()
                .forEach(instance -> links.add(new ListItem(new Anchor(
                        Addresses.instance(instance.id().value()),
                        instance.name().value()))));
        return Optional.of(new Div(new Paragraph(refusal.message(getLocale())), links));
    }
}
