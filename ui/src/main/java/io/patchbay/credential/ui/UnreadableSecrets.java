package io.patchbay.credential.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.SecretKeys.Owner;
import io.patchbay.credential.SecretKeys.Unreadable;
import io.patchbay.ui.Addresses;
import java.util.Objects;

/** What came of decrypting everything, with the way to what needs new credentials. */
final class UnreadableSecrets extends Composite<Div> {

    UnreadableSecrets(SecretKeys.Verification found) {
        if (found.unreadableInAll() == 0) {
            getContent().add(new Paragraph(getTranslation("credential.keys.all-readable", found.checked())));
            return;
        }
        getContent()
                .add(new Paragraph(
                        getTranslation("credential.keys.unreadable", found.checked(), found.unreadableInAll())));
        var rows = new UnorderedList();
        rows.addClassName("pb-rows");
        found.unreadable().forEach(secret -> rows.add(new ListItem(row(secret))));
        getContent().add(rows);
    }

    private Component row(Unreadable secret) {
        var reason = new Span(getTranslation("credential.keys.reason." + secret.reason()));
        reason.addClassName("pb-muted");
        return new Div(owner(secret), reason);
    }

    private Component owner(Unreadable secret) {
        var owner = secret.owner();
        if (owner == null) {
            return new Span(getTranslation("credential.keys.nobodys"));
        }
        return switch (owner.kind()) {
            case CONNECTOR -> new Anchor(Addresses.connector(owner.id()), nameOf(owner));
            case INSTANCE -> new Anchor(Addresses.instance(owner.id()), nameOf(owner));
            case DRAFT -> new Anchor(Addresses.setup(owner.id()), getTranslation("credential.keys.draft"));
        };
    }

    private static String nameOf(Owner owner) {
        return Objects.requireNonNull(owner.name());
    }
}
