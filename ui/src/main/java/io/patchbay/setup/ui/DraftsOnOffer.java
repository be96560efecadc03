package io.patchbay.setup.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.access.ui.UnfinishedSetups;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Questions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person's drafts, for the pages that offer them again. */
@Component
class DraftsOnOffer implements UnfinishedSetups {

    private final DraftSetup setup;
    private final SystemDefinitions systems;

    DraftsOnOffer(DraftSetup setup, SystemDefinitions systems) {
        this.setup = setup;
        this.systems = systems;
    }

    @Override
    public List<UnfinishedSetup> all() {
        return setup.unfinished().stream().map(this::offer).toList();
    }

    @Override
    public List<UnfinishedSetup> ofConnectors() {
        return of(SetupKind.CONNECTOR);
    }

    @Override
    public List<UnfinishedSetup> ofInstances() {
        return of(SetupKind.INSTANCE);
    }

    @Override
    public void discard(UUID id) {
        setup.discard(new DraftId(id));
    }

    private List<UnfinishedSetup> of(SetupKind kind) {
        return setup.unfinished().stream()
                .filter(draft -> draft.kind() == kind)
                .map(this::offer)
                .toList();
    }

    private UnfinishedSetup offer(Draft draft) {
        var slug = draft.system().slug();
        var system = systems.find(draft.system()).map(SystemDefinition::name).orElse(slug);
        var next = Questions.words(draft.nextStep().title());
        return new UnfinishedSetup(
                draft.id().value(),
                draft.system(),
                draft.general() == null
                        ? I18NProvider.translate("setup.draft.unnamed", system)
                        : draft.general().name().value(),
                I18NProvider.translate("setup.draft." + draft.kind().name(), system, next),
                SetupView.address(draft.id(), draft.nextStep(), QueryParameters.empty()),
                draft.touchedAt());
    }
}
