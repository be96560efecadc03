package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.access.Check;
import io.patchbay.access.ui.ConnectionTest;
import io.patchbay.access.ui.CredentialFields;
import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.credential.GivenCredential;
import io.patchbay.setup.Draft;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.SetupStep;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.Text;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.ui.MarkdownText;
import io.patchbay.ui.Questions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for the method's credentials; its button creates, or leads to the vendor's page where a person has to say yes. */
class CredentialsStep extends Composite<StepForm> {

    private static final long serialVersionUID = 1;

    private final transient Function<List<GivenCredential>, Outcome<Draft>> answer;
    private final transient Consumer<Runnable> leave;
    private final CredentialFields fields;
    private final StepForm form;

    /**
     * A form for the last step.
     *
     * @param fields of the method, with what is saved
     * @param answer keeps what was typed
     * @param create goes on once that was kept
     * @param leave moves the draft into a new company group, and runs what it is given once that is done
     */
    CredentialsStep(
            SetupKind kind,
            AuthenticationMethod method,
            CredentialFields fields,
            Function<List<GivenCredential>, Outcome<Draft>> answer,
            Consumer<Draft> create,
            Consumer<Runnable> leave) {
        this.answer = answer;
        this.leave = leave;
        this.fields = fields;
        form = new StepForm(
                Questions.words(SetupStep.CREDENTIALS.title()),
                getTranslation(method.needsRedirect() ? "setup.connect" : "setup.create." + kind.name()),
                () -> send(create));
        fields.register(form.refusals());
        form.refusals().showing(this::placeTaken);
        form.with(introduction(method), fields);
    }

    /** Offers to ask the system before anything is created; what is typed is kept first. */
    CredentialsStep testing(Supplier<Outcome<Check>> ask) {
        form.with(new ConnectionTest(found ->
                        fields.read(given -> found.accept(answer.apply(given).flatMap(kept -> ask.get()))))
                .of(fields)
                .beforeCreating());
        return this;
    }

    /** Adds what is to be done at the vendor first, above the fields. */
    CredentialsStep prepared(Component preparation) {
        form.before(fields, preparation);
        return this;
    }

    /** Shows why nothing was created; what was typed is kept by then. */
    CredentialsStep showing(List<Refusal> refusals) {
        form.refusals().show(refusals);
        return this;
    }

    /** Whether {@link #keep} has to ask the browser, so that it goes on later. */
    boolean asksBrowser() {
        return fields.asksBrowser();
    }

    /**
     * Keeps what is typed before the reader goes elsewhere. What cannot be kept is left behind, and its refusals are handed
     * on, so that nobody is held here by a value that is not ready.
     */
    void keep(Consumer<List<Refusal>> next) {
        fields.read(given -> next.accept(keep(given)));
    }

    @Override
    protected StepForm initContent() {
        form.focusHeading();
        return form;
    }

    private void send(Consumer<Draft> create) {
        fields.read(given -> form.settle(() -> answer.apply(given), create));
    }

    private List<Refusal> keep(List<GivenCredential> given) {
        var refusals = answer.apply(given).refusals();
        if (refusals.isEmpty()) {
            return refusals;
        }
        var faulty = refusals.stream().map(Refusal::field).collect(Collectors.toSet());
        var sound = given.stream()
                .filter(credential -> !faulty.contains(List.of("credentials", credential.key())))
                .toList();
        return Stream.concat(refusals.stream(), answer.apply(sound).refusals().stream())
                .toList();
    }

    private Component introduction(AuthenticationMethod method) {
        var introduction = new Div();
        introduction.addClassName("pb-note");
        if (method.help() != null) {
            introduction.add(new MarkdownText(method.help()));
        }
        introduction.add(new Paragraph(Questions.words(Text.of("step.CREDENTIALS.help"))));
        return introduction;
    }

    private Optional<Component> placeTaken(Refusal refusal) {
        return refusal instanceof ConnectorAlreadyExists taken
                ? Optional.of(new PlaceTaken(
                        taken, () -> leave.accept(() -> form.refusals().clear())))
                : Optional.empty();
    }
}
