package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.Credentials;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import java.util.Optional;

/** What connecting by redirect does with drafts: it looks before the person leaves, and creates when the person is back. */
@UseCase
public class DraftAuthorization {

    private final Drafts drafts;
    private final OwnDrafts own;
    private final DraftFinish finish;
    private final AccessRules rules;

    public DraftAuthorization(
            Drafts drafts,
            CompanyGroups groups,
            Connectors connectors,
            Instances instances,
            InstalledSystems installed,
            AccessRules rules,
            CurrentViewer currentViewer) {
        this.drafts = drafts;
        this.own = new OwnDrafts(drafts, rules, currentViewer);
        this.finish = new DraftFinish(drafts, groups, connectors, instances, installed, rules);
        this.rules = rules;
    }

    /** The viewer's draft if nothing is missing but a person's yes; every reason why not otherwise. */
    public Outcome<Draft> ready(DraftId id) {
        return own.reach(id, SetupStep.CREDENTIALS, this::ready);
    }

    /** As {@link #ready(DraftId)}, for a draft of this kind. */
    public Outcome<Draft> ready(DraftId id, SetupKind kind) {
        return own.only(kind).reach(id, SetupStep.CREDENTIALS, this::ready);
    }

    /** The owner's draft, if it has not expired. */
    public Optional<Draft> find(CompanyId company, DraftOwner owner, DraftId id) {
        return drafts.find(company, owner, id).filter(draft -> !draft.expiredAt(rules.now()));
    }

    /**
     * Creates what the draft says, for its owner, who need not be here.
     *
     * @param credentials those of the draft, with what the vendor told
     */
    public Outcome<DraftCreation.Created> create(Draft draft, Credentials credentials) {
        var granted = draft.answeredWith(credentials, rules.now());
        return rules.system(draft.system().slug())
                .flatMap(system -> finish.check(granted, system))
                .map(creation -> finish.create(draft, creation));
    }

    private Outcome<Draft> ready(Draft draft, SystemDefinition system) {
        return DraftCredentials.withConsent(draft, system)
                .flatMap(with -> finish.check(with, system))
                .map(checked -> draft);
    }
}
