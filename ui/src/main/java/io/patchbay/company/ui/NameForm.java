package io.patchbay.company.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.ui.Refusals;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks for a name until it is accepted. Where somebody else was faster, it says what the name is now, keeps what was typed,
 * and lets it be saved over the other one.
 *
 * @param <T> what gets the name
 */
final class NameForm<T> extends Composite<Div> {

    private final Naming<T> naming;
    private final Consumer<T> done;
    private final TextField name;
    private final Refusals refusals = new Refusals();
    private Named read;

    /** Gives a thing its name, if nobody changed it since this version. */
    @FunctionalInterface
    interface Naming<T> {

        Outcome<T> name(int version, String name);
    }

    NameForm(String label, Named read, Naming<T> naming, Consumer<T> done) {
        this.read = read;
        this.naming = naming;
        this.done = done;
        name = new TextField(label, read.name(), "");
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Name.MAX_LENGTH);
        refusals.at("name", name).showing(this::meanwhile);
        getContent().addClassName("pb-form");
        getContent().add(refusals, name);
    }

    /** Puts the cursor into the field. */
    void focus() {
        name.focus();
    }

    /** Lets this button save the name, and so the enter key in the field. */
    void saveBy(Button button) {
        button.addClickListener(click -> submit());
        button.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
    }

    /** Takes this for what was read last, after it was saved. */
    void reread(Named now) {
        read = now;
        name.setValue(now.name());
    }

    private void submit() {
        switch (naming.name(read.version(), name.getValue())) {
            case Outcome.Refused<T> refused -> {
                refusals.show(refused);
                Named.meanwhile(refused.refusals()).ifPresent(now -> read = now);
            }
            case Outcome.Done<T>(var named) -> {
                refusals.clear();
                done.accept(named);
            }
        }
    }

    private Optional<Component> meanwhile(Refusal refusal) {
        return Named.meanwhile(refusal).map(now -> new Paragraph(getTranslation("company.name.meanwhile", now.name())));
    }
}
