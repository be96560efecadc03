package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.GivenCredential;
import io.patchbay.shared.Outcome;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the whole set of credentials, the method included; the old set is only touched once the new one is accepted. */
final class CredentialReplacement extends Composite<Section> {

    private final AccessEditor editor;
    private final SystemDefinition system;
    private final Endings endings;
    private final Button begin = new Button(getTranslation("access.replacement.begin"), click -> begin());
    private final RadioButtonGroup<AuthenticationMethod> method =
            new RadioButtonGroup<>(getTranslation("access.replacement.method"));
    private final Refusals refusals = new Refusals();
    private final Div newer = new Div();
    private final Div fieldsArea = new Div();
    private final Div form = new Div(refusals, newer, method, fieldsArea);
    private @Nullable CredentialFields fields;

    CredentialReplacement(AccessEditor editor, SystemDefinition system, Endings endings) {
        this.editor = editor;
        this.system = system;
        this.endings = endings;
        method.setItems(system.authenticationMethods());
        method.setItemLabelGenerator(AuthenticationMethod::label);
        method.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        method.addValueChangeListener(change -> showFields());
        form.addClassName("pb-form");
        form.add(buttons());
        form.setVisible(false);
        getContent().addClassName("pb-panel");
        getContent()
                .add(
                        new H2(getTranslation("access.replacement.heading")),
                        new Paragraph(getTranslation("access.replacement.explanation")),
                        begin,
                        form);
    }

    private Div buttons() {
        var replace = new Button(getTranslation("access.replacement.replace"), click -> read());
        replace.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button(getTranslation("access.replacement.cancel"), click -> end());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(replace, cancel);
        buttons.addClassName("pb-actions");
        return buttons;
    }

    private void begin() {
        begin.setVisible(false);
        form.setVisible(true);
        system.method(editor.shown().access().credentials().method()).ifPresent(method::setValue);
        method.getElement().callJsFunction("focus");
    }

    private void end() {
        method.clear();
        newer.removeAll();
        refusals.clear();
        form.setVisible(false);
        begin.setVisible(true);
        begin.focus();
    }

    private void showFields() {
        fieldsArea.removeAll();
        refusals.clear();
        refusals.forgetFields();
        refusals.at("authenticationMethod", method);
        fields = null;
        var chosen = method.getValue();
        if (chosen != null) {
            fields = new CredentialFields(chosen, Credentials.none(chosen.key()), endings);
            fields.register(refusals);
            fieldsArea.add(fields);
        }
    }

    private void read() {
        if (fields == null) {
            replace("", List.of());
        } else {
            var key = method.getValue().key();
            fields.read(given -> replace(key, given));
        }
    }

    private void replace(String key, List<GivenCredential> given) {
        var outcome = editor.change(version -> editor.operations().replaceCredentials(version, key, given));
        newer.removeAll();
        switch (outcome) {
            case Outcome.Done<AccessState> done -> {
                end();
                Notifications.done("access.replacement.done");
            }
            case Outcome.Refused<AccessState> refused -> explain(refused);
        }
    }

    private void explain(Outcome.Refused<AccessState> refused) {
        var current = AccessEditor.stale(refused.refusals())
                ? editor.operations().current().orElse(null)
                : null;
        if (current == null) {
            refusals.show(refused);
        } else {
            refusals.clear();
            newer.add(new NewerVersion(
                    editor.shown(), current, null, () -> keepMine(current), () -> loadTheirs(current)));
        }
    }

    private void keepMine(AccessState current) {
        newer.removeAll();
        editor.goOnFrom(current);
        method.getElement().callJsFunction("focus");
        Notifications.done("access.newer.kept");
    }

    private void loadTheirs(AccessState current) {
        editor.goOnFrom(current);
        end();
    }
}
