package io.patchbay.setup.ui;

import io.patchbay.access.ui.UnfinishedSetups;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
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
        var system = systems.find(draft.system())
                .map(SystemDefinition::name)
                .orElse(draft.system().slug());
        var general = draft.general();
        return new UnfinishedSetup(
                draft.id().value(),
                system,
                general == null ? null : general.name().value(),
                Addresses.setup(draft.id().value()),
                draft.touchedAt());
    }
}
