package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.Refusals;
import java.time.Clock;
import java.util.function.Consumer;

/** Everything that can be changed of a connector or an instance, what is fixed for life, and its removal. */
public final class AccessSettings extends Composite<Div> {

    private final AccessEditor editor;
    private final Runnable afterRemoval;
    private final AccessSettingsForm form;
    private final Facts fixed = new Facts();
    private final Refusals removalRefusals = new Refusals();

    public AccessSettings(
            AccessState state,
            SystemDefinition system,
            AccessOperations operations,
            Clock clock,
            Runnable afterRemoval) {
        this.editor = new AccessEditor(state, operations);
        this.afterRemoval = afterRemoval;
        this.form = new AccessSettingsForm(editor, system, clock);
        fixed.with(getTranslation("access.fact.system"), system.name());
        fixed.with(
                getTranslation("access.fact.environment"),
                Labels.of(state.access().environment()));
        getContent().addClassName("pb-panels");
        var endings = new Endings(state.access().environment(), clock.instant());
        getContent().add(form, fixedFacts(), new CredentialReplacement(editor, system, endings), removal());
    }

    /** Shows another thing that is fixed for life. */
    public AccessSettings fixed(String name, String value) {
        fixed.with(name, value);
        return this;
    }

    /** Lets the person set a rate limit too. */
    public AccessSettings withRateLimit() {
        form.showRateLimit();
        return this;
    }

    /** Tells of every change that is made here or taken over from somebody else. */
    public AccessSettings telling(Consumer<AccessState> reader) {
        editor.tell(reader);
        return this;
    }

    private Section fixedFacts() {
        var section = new Section(
                new H2(getTranslation("access.settings.fixed")),
                new Paragraph(getTranslation("access.settings.fixed-why")),
                fixed);
        section.addClassName("pb-panel");
        return section;
    }

    private Section removal() {
        var button = new Button(getTranslation("access.remove.button"), click -> askForName());
        button.addThemeVariants(ButtonVariant.ERROR);
        var section = new Section(
                new H2(getTranslation("access.remove.section")),
                new Paragraph(getTranslation("access.remove.warning")),
                removalRefusals,
                button);
        section.addClassName("pb-panel");
        return section;
    }

    private void askForName() {
        new RemoveDialog(editor.shown().access().name().value(), getTranslation("access.remove.warning"), this::remove)
                .open();
    }

    private void remove() {
        switch (editor.operations().remove(editor.shown().version())) {
            case Outcome.Done<AccessState>(var removed) -> {
                Notifications.done("access.remove.done", removed.access().name().value());
                afterRemoval.run();
            }
            case Outcome.Refused<AccessState> refused -> {
                removalRefusals.show(refused);
                editor.operations().current().ifPresent(editor::goOnFrom);
            }
        }
    }
}
