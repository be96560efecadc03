package io.patchbay.setup.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.company.CompanyGroup;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Refusals;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks for the name of a new company group. */
class NewGroupDialog extends Dialog {

    private static final long serialVersionUID = 1;

    private final TextField name = new TextField();
    private final Refusals refusals = new Refusals();

    NewGroupDialog(Function<String, Outcome<CompanyGroup>> create, Consumer<CompanyGroup> created) {
        setHeaderTitle(getTranslation("setup.new-group.title"));
        setWidth("min(28rem, 100%)");
        name.setLabel(getTranslation("setup.new-group.name"));
        name.setHelperText(getTranslation("setup.new-group.help"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.focus();
        refusals.at("name", name);
        var button =
                new Button(getTranslation("common.create"), click -> settle(create.apply(name.getValue()), created));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER).listenOn(name);
        add(new Div(refusals, name));
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), button);
    }

    private void settle(Outcome<CompanyGroup> outcome, Consumer<CompanyGroup> created) {
        switch (outcome) {
            case Outcome.Done<CompanyGroup>(var group) -> {
                close();
                created.accept(group);
            }
            case Outcome.Refused<CompanyGroup> refused -> refusals.show(refused);
        }
    }
}
