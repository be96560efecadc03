package io.patchbay.setup.api;

import graphql.GraphQLContext;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.company.CompanyGroups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.StepValidation;
import io.patchbay.shared.FieldKind;
import io.patchbay.shared.Refusal;
import io.patchbay.system.SystemDefinitions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SetupFormController {

    private final SystemDefinitions systems;
    private final CompanyGroups groups;
    private final StepValidation validation;
    private final CurrentViewer currentViewer;

    SetupFormController(
            SystemDefinitions systems, CompanyGroups groups, StepValidation validation, CurrentViewer currentViewer) {
        this.systems = systems;
        this.groups = groups;
        this.validation = validation;
        this.currentViewer = currentViewer;
    }

    @QueryMapping
    @Nullable
    Wizard setupForm(
            @Argument SetupKind kind, @Argument String systemSlug, @Argument @Nullable String authenticationMethod) {
        return systems.find(systemSlug)
                .map(system -> Wizard.blank(
                        kind,
                        system,
                        Optional.ofNullable(authenticationMethod)
                                .flatMap(system::method)
                                .orElse(null)))
                .orElse(null);
    }

    /** The only group is proposed; it is looked up once per request, however many forms it shows. */
    @SchemaMapping(typeName = "SetupField")
    @Nullable
    String defaultValue(Wizard.Field field, GraphQLContext context) {
        return field.asked().kind() == FieldKind.COMPANY_GROUP
                ? onlyGroup(context).orElse(null)
                : field.asked().proposal();
    }

    @MutationMapping
    ValidateSetupStepPayload validateSetupStep(@Argument ValidateSetupStepInput input) {
        return new ValidateSetupStepPayload(validation
                .check(
                        input.kind(),
                        input.systemSlug(),
                        input.authenticationMethod(),
                        input.answer().answer())
                .refusals());
    }

    private Optional<String> onlyGroup(GraphQLContext context) {
        return context.<Optional<String>>computeIfAbsent(
                CompanyGroups.class,
                key -> groups.only(currentViewer.viewer().companyId())
                        .map(group ->
                                GlobalId.of(NodeType.COMPANY_GROUP, group.id().value())));
    }

    record ValidateSetupStepInput(
            SetupKind kind, String systemSlug, @Nullable String authenticationMethod, SetupAnswerInput answer) {}

    record ValidateSetupStepPayload(List<Refusal> userErrors) implements Payload {}
}
