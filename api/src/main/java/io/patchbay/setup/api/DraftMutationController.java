package io.patchbay.setup.api;

import io.patchbay.access.Check;
import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftChecking;
import io.patchbay.setup.DraftCreation;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class DraftMutationController {

    private final DraftSetup setup;
    private final DraftCreation creation;
    private final DraftChecking checking;
    private final Connectors connectors;
    private final Instances instances;
    private final CurrentViewer currentViewer;

    DraftMutationController(
            DraftSetup setup,
            DraftCreation creation,
            DraftChecking checking,
            Connectors connectors,
            Instances instances,
            CurrentViewer currentViewer) {
        this.setup = setup;
        this.creation = creation;
        this.checking = checking;
        this.connectors = connectors;
        this.instances = instances;
        this.currentViewer = currentViewer;
    }

    @MutationMapping
    DraftPayload startConnectorSetup(@Argument StartSetupInput input) {
        return DraftPayload.of(setup.start(SetupKind.CONNECTOR, input.systemSlug()));
    }

    @MutationMapping
    DraftPayload startInstanceSetup(@Argument StartSetupInput input) {
        return DraftPayload.of(setup.start(SetupKind.INSTANCE, input.systemSlug()));
    }

    @MutationMapping
    DraftPayload saveSetupStep(@Argument SaveSetupStepInput input) {
        return DraftPayload.of(setup.answer(
                idOf(input.draftId()), input.version(), input.answer().answer()));
    }

    @MutationMapping
    DiscardDraftPayload discardDraft(@Argument DraftInput input) {
        return DiscardDraftPayload.of(setup.discard(idOf(input.draftId())));
    }

    @MutationMapping
    CreateConnectorFromDraftPayload createConnectorFromDraft(@Argument DraftInput input) {
        var created = creation.create(idOf(input.draftId()), SetupKind.CONNECTOR)
                .map(it -> connectors.find(company(), it.id()).orElseThrow());
        return new CreateConnectorFromDraftPayload(Answer.orNull(created), created.refusals());
    }

    @MutationMapping
    CreateInstanceFromDraftPayload createInstanceFromDraft(@Argument DraftInput input) {
        var created = creation.create(idOf(input.draftId()), SetupKind.INSTANCE)
                .map(it -> instances.find(company(), it.id()).orElseThrow());
        return new CreateInstanceFromDraftPayload(Answer.orNull(created), created.refusals());
    }

    @MutationMapping
    CheckPayload checkConnectorDraft(@Argument DraftInput input) {
        return CheckPayload.of(checking.check(idOf(input.draftId()), SetupKind.CONNECTOR));
    }

    @MutationMapping
    CheckPayload checkInstanceDraft(@Argument DraftInput input) {
        return CheckPayload.of(checking.check(idOf(input.draftId()), SetupKind.INSTANCE));
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }

    private static DraftId idOf(String id) {
        return new DraftId(GlobalId.uuid(NodeType.DRAFT, id));
    }

    record StartSetupInput(String systemSlug) {}

    record DraftInput(String draftId) {}

    record SaveSetupStepInput(String draftId, int version, SetupAnswerInput answer) {}

    record DraftPayload(@Nullable Draft draft, List<Refusal> userErrors) implements Payload {

        static DraftPayload of(Outcome<Draft> outcome) {
            return new DraftPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }

    record DiscardDraftPayload(@Nullable String discardedDraftId, List<Refusal> userErrors) implements Payload {

        static DiscardDraftPayload of(Outcome<Draft> outcome) {
            return new DiscardDraftPayload(
                    Answer.orNull(outcome.map(
                            gone -> GlobalId.of(NodeType.DRAFT, gone.id().value()))),
                    outcome.refusals());
        }
    }

    record CreateConnectorFromDraftPayload(@Nullable Connector connector, List<Refusal> userErrors)
            implements Payload {}

    record CreateInstanceFromDraftPayload(@Nullable Instance instance, List<Refusal> userErrors) implements Payload {}

    record CheckPayload(@Nullable Check check, List<Refusal> userErrors) implements Payload {

        static CheckPayload of(Outcome<Check> outcome) {
            return new CheckPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }
}
