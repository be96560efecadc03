package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.access.AccessForm;
import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.setup.Draft;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupStep;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Questions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for name, environment and, for a connector, the company group. */
class GeneralStep extends Composite<StepForm> {

    private static final long serialVersionUID = 1;

    private final transient SystemDefinition system;
    private final @Nullable CompanyGroupField group;
    private final TextField name = new TextField();
    private final RadioButtonGroup<Environment> environment = new RadioButtonGroup<>();
    private final StepForm form;

    /**
     * A form for the first step.
     *
     * @param group null for an instance, which belongs to no group
     * @param answer what to do with what was typed
     * @param next where to go on
     */
    GeneralStep(
            SystemDefinition system,
            @Nullable CompanyGroupField group,
            Function<General.Typed, Outcome<Draft>> answer,
            Consumer<Draft> next) {
        this.system = system;
        this.group = group;
        this.form = new StepForm(
                Questions.words(SetupStep.GENERAL.title()),
                getTranslation("setup.next"),
                () -> getContent().settle(() -> answer.apply(typed()), next));
        prepareName();
        prepareEnvironment();
        form.with(name);
        form.refusals().at("name", name);
        if (group != null) {
            form.with(group);
            form.refusals().at("companyGroupId", group.field());
            // Who is in the way of one group says nothing about the next.
            group.field().addValueChangeListener(change -> form.refusals().removeAll());
        }
        form.with(environment).refusals().at("environment", environment);
        form.refusals().showing(this::placeTaken);
    }

    /** Starts with what is known already: an earlier answer, or what the link here asked for. */
    GeneralStep startingWith(General.Typed known) {
        name.setValue(Optional.ofNullable(known.name()).orElse(""));
        if (group != null) {
            group.choose(known.companyGroup());
        }
        if (known.environment() != null && system.has(known.environment())) {
            environment.setValue(known.environment());
        }
        name.focus();
        return this;
    }

    @Override
    protected StepForm initContent() {
        return form;
    }

    private General.Typed typed() {
        return new General.Typed(name.getValue(), group == null ? null : group.chosen(), environment.getValue());
    }

    private Optional<Component> placeTaken(Refusal refusal) {
        return refusal instanceof ConnectorAlreadyExists taken && group != null
                ? Optional.of(new PlaceTaken(taken, group::askForName))
                : Optional.empty();
    }

    private void prepareName() {
        Questions.ask(AccessForm.name(system), name);
        // One more than allowed may be typed, so that the reader is told and nothing is cut off in silence.
        name.setMaxLength(Name.MAX_LENGTH + 1);
    }

    private void prepareEnvironment() {
        var asked = AccessForm.environment(system);
        Questions.ask(asked, environment);
        environment.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        environment.setItems(Environment.values());
        environment.setItemEnabledProvider(system::has);
        environment.setItemLabelGenerator(choice -> Questions.words(asked.labelOf(choice.name())));
        if (asked.proposal() != null) {
            environment.setValue(Environment.valueOf(asked.proposal()));
        }
    }
}
