package io.patchbay.setup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.ui.Addresses;

/** Says which connector is in the way, leads to it, and offers another way out. */
class PlaceTaken extends Div {

    private static final long serialVersionUID = 1;

    PlaceTaken(ConnectorAlreadyExists taken, Runnable createGroup) {
        var existing = taken.existing();
        var open = new Anchor(
                Addresses.connector(existing.id().value()), getTranslation("setup.place-taken.open", existing.name()));
        var create = new Button(getTranslation("setup.place-taken.create-group"), click -> createGroup.run());
        create.addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("pb-place-taken");
        add(new Paragraph(taken.message(getLocale())), open, create);
    }
}
