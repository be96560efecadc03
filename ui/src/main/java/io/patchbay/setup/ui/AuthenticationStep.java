package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.patchbay.access.AccessForm;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.Unverified;
import io.patchbay.credential.Credentials;
import io.patchbay.setup.Draft;
import io.patchbay.setup.SetupStep;
import io.patchbay.shared.Outcome;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.MarkdownText;
import io.patchbay.ui.Questions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks which authentication method is used. */
class AuthenticationStep extends Composite<StepForm> {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Credentials before;
    private final transient Runnable send;
    private final RadioButtonGroup<AuthenticationMethod> method = new RadioButtonGroup<>();
    private final StepForm form;

    /**
     * A form for the third step.
     *
     * @param before the method chosen earlier, and what is saved for it
     */
    AuthenticationStep(
            SystemDefinition system,
            @Nullable Credentials before,
            Function<@Nullable String, Outcome<Draft>> answer,
            Consumer<Draft> next) {
        this.before = before;
        form = new StepForm(
                Questions.words(SetupStep.AUTHENTICATION.title()), getTranslation("setup.next"), this::sendOrAsk);
        send = () -> form.settle(() -> answer.apply(chosen()), next);
        var asked = AccessForm.authenticationMethod(system);
        Questions.ask(asked, method);
        method.setItems(system.authenticationMethods());
        method.setRenderer(new ComponentRenderer<>(this::show));
        Optional.ofNullable(before == null ? asked.proposal() : before.method())
                .flatMap(system::method)
                .ifPresent(method::setValue);
        form.with(method).refusals().at("authenticationMethod", method);
    }

    @Override
    protected StepForm initContent() {
        form.focusHeading();
        return form;
    }

    private void sendOrAsk() {
        if (before == null || before.values().isEmpty() || before.method().equals(chosen())) {
            send.run();
        } else {
            form.again();
            askFirst();
        }
    }

    private void askFirst() {
        new ConfirmDialog(
                        getTranslation("setup.authentication.change.title"),
                        getTranslation("setup.authentication.change.text"),
                        getTranslation("setup.authentication.change.confirm"),
                        confirmed -> send.run(),
                        getTranslation("common.cancel"),
                        cancelled -> {})
                .open();
    }

    private @Nullable String chosen() {
        return method.getValue() == null ? null : method.getValue().key();
    }

    private Component show(AuthenticationMethod choice) {
        var words = new Div(new Span(choice.label()));
        words.addClassName("pb-choice");
        var type = Labels.of(choice.type());
        if (!type.equalsIgnoreCase(choice.label())) {
            words.add(new Span(type));
        }
        if (choice.help() != null) {
            words.add(new MarkdownText(choice.help()));
        }
        if (!choice.verified()) {
            words.add(new Unverified());
        }
        if (choice.needsRedirect()) {
            words.add(new Paragraph(getTranslation("setup.authentication.consent")));
        }
        return words;
    }
}
