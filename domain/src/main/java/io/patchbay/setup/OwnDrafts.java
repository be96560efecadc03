package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.SystemDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The drafts of whoever is acting, as far as they have not expired. */
final class OwnDrafts {

    private final Drafts drafts;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    OwnDrafts(Drafts drafts, AccessRules rules, CurrentViewer currentViewer) {
        this.drafts = drafts;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    Draft start(SetupKind kind, SystemDefinition system) {
        var viewer = currentViewer.viewer();
        return drafts.save(Draft.started(viewer.companyId(), DraftOwner.of(viewer), kind, system.id(), rules.now()));
    }

    CompanyId company() {
        return currentViewer.viewer().companyId();
    }

    Optional<Draft> find(DraftId id) {
        var viewer = currentViewer.viewer();
        return drafts.find(viewer.companyId(), DraftOwner.of(viewer), id)
                .filter(draft -> !draft.expiredAt(rules.now()));
    }

    /** The last touched first. */
    List<Draft> all(int limit) {
        var viewer = currentViewer.viewer();
        return drafts.of(viewer.companyId(), DraftOwner.of(viewer), rules.now().minus(Draft.LIFETIME), limit);
    }

    /** Goes on with the draft and its system if the step may be answered already. */
    <T> Outcome<T> reach(DraftId id, SetupStep step, BiFunction<Draft, SystemDefinition, Outcome<T>> next) {
        var draft = find(id);
        if (draft.isEmpty()) {
            return Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "draftId", "not-found.draft"));
        }
        if (!draft.get().reachable(step)) {
            return Outcome.refused(new StepNotReachable(draft.get().nextStep()));
        }
        return rules.system(draft.get().system().slug()).flatMap(system -> next.apply(draft.get(), system));
    }
}
