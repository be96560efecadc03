package io.patchbay.setup.api;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.patchbay.api.FieldOf;
import io.patchbay.shared.FieldKind;
import io.patchbay.shared.FormField;
import io.patchbay.shared.FormOption;
import io.patchbay.shared.Text;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The fields of the wizard's form. Its texts are English, as everything that the API says. */
@Component
class WizardFields implements RuntimeWiringConfigurer {

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("SetupForm", WizardFields::form)
                .type("SetupFormStep", WizardFields::step)
                .type("SetupField", WizardFields::field)
                .type("SetupOption", WizardFields::option);
    }

    private static TypeRuntimeWiring.Builder form(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("kind", wizard(it -> it.form().kind()))
                .dataFetcher("system", wizard(it -> it.form().system()))
                .dataFetcher("steps", wizard(Wizard::steps));
    }

    private static TypeRuntimeWiring.Builder step(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("step", step(it -> it.asked().step()))
                .dataFetcher("title", step(it -> english(it.asked().title())))
                .dataFetcher("help", step(it -> english(it.asked().help())))
                .dataFetcher("fields", step(Wizard.Step::fields));
    }

    private static TypeRuntimeWiring.Builder field(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("path", asked(FormField::path))
                .dataFetcher("key", asked(FormField::key))
                .dataFetcher("label", asked(field -> english(field.label())))
                .dataFetcher("kind", asked(FormField::kind))
                .dataFetcher("secret", asked(FormField::secret))
                .dataFetcher("required", asked(FormField::required))
                .dataFetcher("options", asked(field -> choosable(field.kind()) ? field.options() : null))
                .dataFetcher("help", asked(field -> english(field.help())))
                .dataFetcher("pattern", asked(FormField::pattern))
                .dataFetcher("example", asked(FormField::example))
                .dataFetcher("isSet", new FieldOf<>(Wizard.Field.class, Wizard.Field::isSet))
                .dataFetcher("value", new FieldOf<>(Wizard.Field.class, Wizard.Field::value));
    }

    private static TypeRuntimeWiring.Builder option(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("value", option(FormOption::value))
                .dataFetcher("label", option(it -> english(it.label())))
                .dataFetcher("available", option(FormOption::available))
                .dataFetcher("help", option(it -> english(it.help())));
    }

    private static boolean choosable(FieldKind kind) {
        return kind == FieldKind.CHOICE || kind == FieldKind.CHOICE_OR_TEXT;
    }

    private static @Nullable String english(@Nullable Text text) {
        return text == null ? null : text.in(Locale.ENGLISH);
    }

    private static FieldOf<Wizard> wizard(Function<Wizard, @Nullable Object> value) {
        return new FieldOf<>(Wizard.class, value);
    }

    private static FieldOf<Wizard.Step> step(Function<Wizard.Step, @Nullable Object> value) {
        return new FieldOf<>(Wizard.Step.class, value);
    }

    private static FieldOf<Wizard.Field> asked(Function<FormField, @Nullable Object> value) {
        return new FieldOf<>(Wizard.Field.class, field -> value.apply(field.asked()));
    }

    private static FieldOf<FormOption> option(Function<FormOption, @Nullable Object> value) {
        return new FieldOf<>(FormOption.class, value);
    }
}
