package io.patchbay.company.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;

/**
 * A dialog around a {@link NameForm}; it closes when the name is accepted.
 *
 * @param <T> what gets the name
 */
final class NameDialog<T> extends Composite<Dialog> {

    private final NameForm<T> form;

    NameDialog(String heading, String confirm, Named read, NameForm.Naming<T> naming, Consumer<T> done) {
        form = new NameForm<>(getTranslation("company.group.name"), read, naming, named -> {
            getContent().close();
            done.accept(named);
        });
        var save = new Button(confirm);
        form.saveBy(save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().setHeaderTitle(heading);
        getContent().setWidth("28rem");
        getContent().add(form);
        getContent()
                .getFooter()
                .add(
                        new Button(
                                getTranslation("common.cancel"),
                                click -> getContent().close()),
                        save);
    }

    void open() {
        getContent().open();
        form.focus();
    }
}
