package io.patchbay.connector.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.company.CompanyGroup;
import io.patchbay.connector.CompanyGroupNotEmpty;
import io.patchbay.connector.CompanyGroupRemoval;
import io.patchbay.connector.Connector;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.StaleVersion;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.Refusals;
import java.util.List;
import java.util.Optional;

/** Asks before a company group is removed, and links to the connectors that are in the way. */
final class GroupRemovalDialog extends Composite<Dialog> {

    private final CompanyGroupRemoval removal;
    private final Runnable removed;
    private final Refusals refusals = new Refusals().showing(this::specially);
    private CompanyGroup group;

    GroupRemovalDialog(CompanyGroup group, CompanyGroupRemoval removal, Runnable removed) {
        this.group = group;
        this.removal = removal;
        this.removed = removed;
        var body = new Div(refusals, new Paragraph(getTranslation("company.group.remove-warning")));
        body.addClassName("pb-form");
        var confirm = new Button(getTranslation("common.remove"), click -> remove());
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        var dialog = getContent();
        dialog.setHeaderTitle(
                getTranslation("company.group.remove-question", group.name().value()));
        dialog.setWidth("28rem");
        dialog.add(body);
        dialog.getFooter().add(new Button(getTranslation("common.cancel"), click -> dialog.close()), confirm);
    }

    void open() {
        getContent().open();
    }

    private void remove() {
        switch (removal.remove(group.id(), group.version())) {
            case Outcome.Refused<CompanyGroup> refused -> refusals.show(refused);
            case Outcome.Done<CompanyGroup> done -> {
                getContent().close();
                removed.run();
            }
        }
    }

    private Optional<Component> specially(Refusal refusal) {
        return switch (refusal) {
            case CompanyGroupNotEmpty(var connectors) -> Optional.of(inTheWay(connectors));
            case StaleVersion(CompanyGroup now) -> Optional.of(renamed(now));
            default -> Optional.empty();
        };
    }

    private Component renamed(CompanyGroup now) {
        group = now;
        return new Paragraph(
                getTranslation("company.group.renamed-meanwhile", now.name().value()));
    }

    private Component inTheWay(List<Connector> connectors) {
        var many = connectors.size() == CompanyGroupNotEmpty.NAMED;
        var links = new UnorderedList();
        connectors.forEach(connector -> links.add(new ListItem(link(connector))));
        return new Div(
                new Paragraph(getTranslation(many ? "company.group.many-connectors" : "company.group.connectors")),
                links);
    }

    private static Anchor link(Connector connector) {
        return new Anchor(
                Addresses.connector(connector.id().value()), connector.name().value());
    }
}
