package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Refusals;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The frame of every step: its heading, why its answer was refused, its fields, and the one button that goes on. */
class StepForm extends Div {

    private static final long serialVersionUID = 1;

    // Enter in a field presses the button, as it would in a plain form. The field loses the focus first, because that
    // is
    // when it tells the server its value. Lists that are open, and fields of several lines, need Enter for themselves.
    private static final String ENTER_PRESSES = """
            this.addEventListener('keydown', event => {
              const field = event.composedPath()[0];
              if (event.key !== 'Enter' || event.defaultPrevented || !field.matches('input')) return;
              if (event.composedPath().some(part => part.opened)) return;
              event.preventDefault();
              field.blur();
              $0.click();
            });
            """;

    private final Refusals refusals = new Refusals();
    private final H2 title = new H2();
    private final Button button;

    StepForm(String heading, String buttonText, Runnable pressed) {
        addClassNames("pb-form", "pb-step");
        button = new Button(buttonText, click -> pressed.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        // Two clicks must not create two things.
        button.setDisableOnClick(true);
        title.setText(heading);
        title.getElement().setAttribute("tabindex", "-1");
        add(title, refusals, button);
        getElement().executeJs(ENTER_PRESSES, button.getElement());
    }

    /** Adds fields above the button. */
    StepForm with(Component... components) {
        for (var component : components) {
            addComponentAtIndex(getComponentCount() - 1, component);
        }
        return this;
    }

    /** Adds something above fields that are here already. */
    void before(Component field, Component component) {
        addComponentAtIndex(indexOf(field), component);
    }

    /** Moves the focus to the heading, from where readers go on when a new step was opened. */
    void focusHeading() {
        title.getElement().executeJs("this.focus()");
    }

    Refusals refusals() {
        return refusals;
    }

    /** Does it, and goes on with what was done or shows why it was not. */
    <T> void settle(Supplier<Outcome<T>> doing, Consumer<T> next) {
        // First of all, so that the button can be pressed again whatever goes wrong.
        button.setEnabled(true);
        switch (doing.get()) {
            case Outcome.Done<T>(var value) -> next.accept(value);
            case Outcome.Refused<T> refused -> refusals.show(refused);
        }
    }

    /** Lets the button be pressed again. */
    void again() {
        button.setEnabled(true);
    }
}
