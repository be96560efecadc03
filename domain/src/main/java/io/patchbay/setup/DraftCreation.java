package io.patchbay.setup;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;

/** The wizard's last button: makes a connector or an instance of a finished draft, which is gone afterwards. */
@UseCase
public class DraftCreation {

    private final OwnDrafts own;
    private final DraftFinish finish;

    public DraftCreation(
            Drafts drafts,
            CompanyGroups groups,
            Connectors connectors,
            Instances instances,
            InstalledSystems installed,
            AccessRules rules,
            CurrentViewer currentViewer) {
        this.own = new OwnDrafts(drafts, rules, currentViewer);
        this.finish = new DraftFinish(drafts, groups, connectors, instances, installed, rules);
    }

    /** What came of a draft. */
    public record Created(SetupKind kind, AccessId id) {}

    /**
     * Creates what the draft says. Every answer is checked again, because the world went on since it was given; the secrets
     * stay where they are, and only the pointer to them moves. Refused where a person has to say yes first.
     */
    public Outcome<Created> create(DraftId id) {
        return own.reach(id, SetupStep.CREDENTIALS, this::create);
    }

    /** Creates what the draft says, if it is of this kind. */
    public Outcome<Created> create(DraftId id, SetupKind kind) {
        return own.only(kind).reach(id, SetupStep.CREDENTIALS, this::create);
    }

    private Outcome<Created> create(Draft draft, SystemDefinition system) {
        return DraftCredentials.withoutConsent(draft, system)
                .flatMap(without -> finish.check(without, system))
                .map(creation -> finish.create(draft, creation));
    }
}
