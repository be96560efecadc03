package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Person;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.SystemDefinition;
import java.util.Optional;
import java.util.function.BiFunction;

/** The drafts of the person who is logged in, as far as they have not expired. */
final class OwnDrafts {

    private final Drafts drafts;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    OwnDrafts(Drafts drafts, AccessRules rules, CurrentViewer currentViewer) {
        this.drafts = drafts;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    Person person() {
        return currentViewer
                .viewer()
                .person()
                .orElseThrow(() -> new IllegalStateException("Drafts belong to people, not to programs"));
    }

    Optional<Draft> find(DraftId id) {
        var person = person();
        return drafts.find(person.companyId(), person.id(), id).filter(draft -> !draft.expiredAt(rules.now()));
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
