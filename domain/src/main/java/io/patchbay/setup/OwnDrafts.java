package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Page;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.SystemDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The drafts of whoever is acting, as far as they have not expired. */
final class OwnDrafts {

    private final Drafts drafts;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;
    private final @Nullable SetupKind kind;

    OwnDrafts(Drafts drafts, AccessRules rules, CurrentViewer currentViewer) {
        this(drafts, rules, currentViewer, null);
    }

    private OwnDrafts(Drafts drafts, AccessRules rules, CurrentViewer currentViewer, @Nullable SetupKind kind) {
        this.drafts = drafts;
        this.rules = rules;
        this.currentViewer = currentViewer;
        this.kind = kind;
    }

    /** Only those that make such a thing; null: of both kinds. */
    OwnDrafts only(@Nullable SetupKind wanted) {
        return new OwnDrafts(drafts, rules, currentViewer, wanted);
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
                .filter(draft -> !draft.expiredAt(rules.now()))
                .filter(draft -> kind == null || draft.kind() == kind);
    }

    List<Draft> findAll(Collection<DraftId> ids) {
        return drafts.findAll(company(), owner(), ids).stream()
                .filter(draft -> !draft.expiredAt(rules.now()))
                .toList();
    }

    /** The last touched first. */
    List<Draft> all(int limit) {
        return drafts.of(company(), owner(), alive(), limit);
    }

    Page<Draft> page(Page.Request request) {
        return drafts.page(company(), owner(), kind, alive(), request);
    }

    Count count() {
        return drafts.count(company(), owner(), kind, alive());
    }

    private DraftOwner owner() {
        return DraftOwner.of(currentViewer.viewer());
    }

    private Instant alive() {
        return rules.now().minus(Draft.LIFETIME);
    }

    static <T> Outcome<T> notFound() {
        return Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "draftId", "not-found.draft"));
    }

    /** Goes on with the draft and its system if the step may be answered already. */
    <T> Outcome<T> reach(DraftId id, SetupStep step, BiFunction<Draft, SystemDefinition, Outcome<T>> next) {
        var draft = find(id);
        if (draft.isEmpty()) {
            return notFound();
        }
        if (!draft.get().reachable(step)) {
            return Outcome.refused(new StepNotReachable(draft.get().nextStep()));
        }
        return rules.system(draft.get().system().slug()).flatMap(system -> next.apply(draft.get(), system));
    }
}
