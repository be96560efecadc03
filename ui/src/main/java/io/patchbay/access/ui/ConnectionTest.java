package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Refusals;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The button that asks a system whether it lets us in, and what it said. */
public final class ConnectionTest extends Composite<Div> {

    private final Refusals refusals = new Refusals();
    private final Div verdict = new Div();
    private final Button button;
    private boolean beforeCreating;
    private @Nullable Check shown;

    /**
     * Offers the test.
     *
     * @param run asks the system and hands on the outcome, now or later
     */
    public ConnectionTest(Consumer<Consumer<Outcome<Check>>> run) {
        verdict.getElement().setAttribute("role", "status");
        button = new Button(
                getTranslation("access.check.test"), VaadinIcon.CONNECT.create(), click -> run.accept(this::show));
        button.setDisableOnClick(true);
        getContent().addClassName("pb-connection-test");
        getContent().add(refusals, verdict, button);
    }

    /** Shows what is known from before. */
    public ConnectionTest startingWith(@Nullable Check check) {
        shown = check;
        verdict.add(new CheckVerdict(check));
        return this;
    }

    /** Shows at these fields why nothing was asked, where that is about one of them. */
    public ConnectionTest of(CredentialFields fields) {
        fields.register(refusals);
        return this;
    }

    /** Says with a bad verdict that creating is possible all the same. */
    public ConnectionTest beforeCreating() {
        beforeCreating = true;
        return this;
    }

    /** Shows what somebody else found meanwhile. */
    public void showAgain(@Nullable Check check) {
        if (!Objects.equals(check, shown)) {
            verdict.removeAll();
            startingWith(check);
        }
    }

    /** Lets the button be pressed again, where nothing was asked. */
    public void again() {
        button.setEnabled(true);
    }

    private void show(Outcome<Check> outcome) {
        again();
        verdict.removeAll();
        switch (outcome) {
            case Outcome.Done<Check>(var check) -> {
                refusals.clear();
                startingWith(check);
                if (beforeCreating && check.status() != AccessStatus.OPERATIONAL) {
                    verdict.add(new Paragraph(getTranslation("access.check.anyway")));
                }
            }
            case Outcome.Refused<Check> refused -> refusals.show(refused);
        }
    }
}
