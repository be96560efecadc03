package io.patchbay.company.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.company.Registration;
import io.patchbay.identity.Passwords;
import io.patchbay.identity.Person;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.ui.Refusals;
import io.patchbay.ui.SecretField;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks for what registration needs. Passwords stay in the browser until they are sent off, and never enter the session. */
final class RegisterForm extends Composite<Div> {

    private static final String TYPED = "return [$0.value ?? '', $1.value ?? '', $2?.value ?? '']";

    private final Registration registration;
    private final Visitor visitor;
    private final Consumer<String> registered;
    private final boolean asksForSetupCode;
    private final Refusals refusals = new Refusals();
    private final SecretField setupCode = SecretField.line(getTranslation("company.register.setup-code"));
    private final TextField companyName = new TextField(getTranslation("company.register.company-name"));
    private final TextField name = new TextField(getTranslation("company.register.name"));
    private final EmailField email = new EmailField(getTranslation("company.register.email"));
    private final SecretField password = SecretField.line(getTranslation("company.register.password"));
    private final SecretField again = SecretField.line(getTranslation("company.register.password-again"));
    private final Button submit = new Button(getTranslation("company.register.submit"), click -> submit());

    RegisterForm(Registration registration, Visitor visitor, boolean asksForSetupCode, Consumer<String> registered) {
        this.registration = registration;
        this.visitor = visitor;
        this.asksForSetupCode = asksForSetupCode;
        this.registered = registered;
        prepareNames();
        prepareSecrets();
        var fields = new Div(companyName, name, email, password, again);
        fields.addClassName("pb-form");
        if (asksForSetupCode) {
            fields.addComponentAsFirst(setupCode);
            refusals.at("setupCode", setupCode);
        }
        refusals.at("companyName", companyName)
                .at("name", name)
                .at("email", email)
                .at("password", password);
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
        getContent().addClassName("pb-form");
        getContent().add(refusals, fields, submit);
    }

    private void prepareNames() {
        companyName.setRequiredIndicatorVisible(true);
        companyName.setMaxLength(Name.MAX_LENGTH);
        companyName.setAutocomplete(Autocomplete.ORGANIZATION);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Name.MAX_LENGTH);
        name.setAutocomplete(Autocomplete.NAME);
        email.setRequiredIndicatorVisible(true);
        email.setAutocomplete(Autocomplete.USERNAME);
    }

    private void prepareSecrets() {
        setupCode.setRequired(true);
        setupCode.getElement().setProperty("autocomplete", "one-time-code");
        setupCode.setHelperComponent(help("company.register.setup-code.help"));
        password.setRequired(true);
        password.setHelperComponent(help("company.register.password.help", Passwords.MIN_LENGTH));
        again.setRequired(true);
    }

    private Div help(String key, Object... arguments) {
        var help = new Div();
        help.setText(getTranslation(key, arguments));
        return help;
    }

    private void submit() {
        // The browser would wait for ever for a field that it does not have.
        var code = asksForSetupCode ? setupCode.getElement() : null;
        getElement()
                .executeJs(TYPED, password.getElement(), again.getElement(), code)
                .then(typed -> {
                    submit.setEnabled(true);
                    submit(secret(typed.get(0)), secret(typed.get(1)), secret(typed.get(2)));
                });
    }

    private void submit(Secret typedPassword, Secret typedAgain, Secret typedCode) {
        refusals.clear();
        again.setInvalid(false);
        if (!typedPassword.equals(typedAgain)) {
            again.setErrorMessage(getTranslation("company.register.password-again.other"));
            again.setInvalid(true);
            again.focus();
            return;
        }
        if (!visitor.sitsAtTheMachine() && !visitor.mayTryToRegister()) {
            refusals.show(new Outcome.Refused<>(
                    List.of(InvalidInput.overall(RefusalCode.TOO_MANY_ATTEMPTS, "registration.too-many-attempts"))));
            return;
        }
        var application =
                new Registration.Application(companyName.getValue(), name.getValue(), email.getValue(), typedPassword);
        switch (registration.register(application, visitor.sitsAtTheMachine() ? null : typedCode)) {
            case Outcome.Refused<Person> refused -> refusals.show(refused);
            case Outcome.Done<Person>(var person) ->
                registered.accept(person.email().value());
        }
    }

    private static Secret secret(JsonNode typed) {
        return new Secret(typed.asString());
    }
}
