package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Asks for a thing's name before it is removed for good, so that nobody removes the wrong one by a slip. */
public final class RemoveDialog extends Composite<Dialog> {

    private final String name;
    private final Runnable remove;
    private final TextField typed = new TextField(getTranslation("access.remove.name"));

    public RemoveDialog(String name, String warning, Runnable remove) {
        this.name = name;
        this.remove = remove;
        var dialog = getContent();
        dialog.setHeaderTitle(getTranslation("access.remove.heading", name));
        dialog.setWidth("28rem");
        typed.setWidthFull();
        typed.setHelperText(getTranslation("access.remove.type", name));
        typed.setAutofocus(true);
        var body = new Div(new Paragraph(warning), typed);
        dialog.add(body);
        var confirm = new Button(getTranslation("access.remove.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.getFooter().add(new Button(getTranslation("access.remove.cancel"), click -> dialog.close()), confirm);
    }

    public void open() {
        getContent().open();
    }

    private void confirm() {
        var right = typed.getValue().strip().equals(name);
        typed.setErrorMessage(right ? null : getTranslation("access.remove.other-name", name));
        typed.setInvalid(!right);
        if (right) {
            getContent().close();
            remove.run();
        } else {
            typed.focus();
        }
    }
}
