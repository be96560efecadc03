package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.GivenCredential;
import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import io.patchbay.ui.MarkdownText;
import io.patchbay.ui.SecretField;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One credential field on a page.
 *
 * @param value what is typed, for fields that are no secrets; a secret's is in the browser only
 */
record CredentialControl(
        String key, Component component, HasValidation validation, Supplier<Optional<GivenCredential>> value) {

    /**
     * A field, with its value if that may be shown.
     *
     * @param end until when a value is good, in words
     */
    static CredentialControl of(CredentialField field, @Nullable CredentialValue saved, Optional<String> end) {
        if (field.secret()) {
            return secret(field, saved != null, end);
        }
        var old = saved instanceof CredentialValue.Plain(var plain) ? plain : "";
        return switch (field.kind()) {
            case CHOICE -> choice(field, old, end);
            case MULTILINE -> lines(field, old, end);
            case TEXT, URL, HOST, NUMBER, EMAIL -> line(field, old, end);
        };
    }

    private static CredentialControl secret(CredentialField field, boolean saved, Optional<String> end) {
        var control = field.kind() == CredentialKind.MULTILINE
                ? SecretField.lines(field.label())
                : SecretField.line(field.label());
        control.setRequired(field.required() && !saved);
        control.setPlaceholder(saved ? text("access.credentials.saved") : example(field));
        var help = help(field, control, end);
        if (saved) {
            var mark = new Span(text("access.credentials.saved.help"));
            mark.addClassName("pb-saved");
            help.addComponentAsFirst(mark);
        }
        control.setHelperComponent(help);
        return new CredentialControl(field.key(), control, control, Optional::empty);
    }

    private static CredentialControl line(CredentialField field, String old, Optional<String> end) {
        var control = new TextField(field.label());
        control.setValue(old);
        control.setPlaceholder(example(field));
        control.setRequiredIndicatorVisible(field.required());
        control.setAutocapitalize(Autocapitalize.NONE);
        control.setAutocorrect(false);
        control.setHelperComponent(help(field, control, end));
        control.getElement().setAttribute("spellcheck", "false");
        control.getElement().setAttribute("inputmode", inputMode(field.kind()));
        return new CredentialControl(field.key(), control, control, () -> given(field, control.getValue()));
    }

    private static CredentialControl lines(CredentialField field, String old, Optional<String> end) {
        var control = new TextArea(field.label());
        control.setMinRows(4);
        control.setValue(old);
        control.setPlaceholder(example(field));
        control.setRequiredIndicatorVisible(field.required());
        control.setHelperComponent(help(field, control, end));
        return new CredentialControl(field.key(), control, control, () -> given(field, control.getValue()));
    }

    private static CredentialControl choice(CredentialField field, String old, Optional<String> end) {
        var control = new ComboBox<String>(field.label());
        control.setItems(field.options());
        control.setClearButtonVisible(!field.required());
        if (field.options().contains(old)) {
            control.setValue(old);
        }
        control.setRequiredIndicatorVisible(field.required());
        control.setHelperComponent(help(field, control, end));
        return new CredentialControl(
                field.key(),
                control,
                control,
                () -> given(field, Optional.ofNullable(control.getValue()).orElse("")));
    }

    // Handed on even where it is blank, because that is how a saved value is taken away again.
    private static Optional<GivenCredential> given(CredentialField field, String value) {
        return Optional.of(new GivenCredential(field.key(), new Secret(value)));
    }

    private static Div help(CredentialField field, Component control, Optional<String> end) {
        var help = new Div();
        help.addClassName("pb-help");
        if (field.help() != null) {
            help.add(new MarkdownText(field.help()));
        }
        end.ifPresent(words -> help.add(new Paragraph(words)));
        if (!field.verified()) {
            help.add(new Unverified());
        }
        help.add(edgeHint(control));
        return help;
    }

    /** Says so when the value begins or ends with white space. In the browser alone, which has the value anyway. */
    private static Span edgeHint(Component control) {
        var hint = new Span(text("access.credentials.edge"));
        hint.addClassName("pb-edge");
        hint.getElement().setAttribute("hidden", true);
        control.getElement().executeJs("""
                        const tell = () => {
                          const value = this.value ?? '';
                          $0.hidden = value === value.trim();
                        };
                        this.addEventListener('input', tell);
                        this.addEventListener('value-changed', tell);
                        tell();
                        """, hint.getElement());
        return hint;
    }

    private static String example(CredentialField field) {
        return field.example() == null ? "" : text("access.credentials.example", field.example());
    }

    private static String inputMode(CredentialKind kind) {
        return switch (kind) {
            case URL -> "url";
            case EMAIL -> "email";
            case NUMBER -> "numeric";
            case TEXT, MULTILINE, HOST, CHOICE -> "text";
        };
    }

    private static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
