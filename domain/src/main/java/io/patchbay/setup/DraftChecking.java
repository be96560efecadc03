package io.patchbay.setup;

import io.patchbay.access.AccessChecking;
import io.patchbay.access.AccessRules;
import io.patchbay.access.Check;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import java.util.Objects;

/** Checks the credentials of a draft before anything is created. */
@UseCase(inTransaction = false)
public class DraftChecking {

    private final OwnDrafts own;
    private final AccessChecking checking;

    public DraftChecking(Drafts drafts, AccessRules rules, AccessChecking checking, CurrentViewer currentViewer) {
        this.own = new OwnDrafts(drafts, rules, currentViewer);
        this.checking = checking;
    }

    /** Whether a check can say anything about the method that the draft chose. */
    public boolean available(Draft draft, SystemDefinition system) {
        var credentials = draft.credentials();
        return credentials != null
                && system.method(credentials.method())
                        .filter(method -> !method.needsRedirect() && checking.supports(method))
                        .isPresent();
    }

    /** Asks the system with what the draft has. Keeps no result; tokens that it gets stay with the draft's credentials. */
    public Outcome<Check> check(DraftId id) {
        return own.reach(id, SetupStep.CREDENTIALS, this::check);
    }

    /** Asks the system with what the draft has, if it is of this kind. */
    public Outcome<Check> check(DraftId id, SetupKind kind) {
        return own.only(kind).reach(id, SetupStep.CREDENTIALS, this::check);
    }

    private Outcome<Check> check(Draft draft, SystemDefinition system) {
        var given = Objects.requireNonNull(draft.credentials());
        var problems = new Problems();
        problems.check(
                AccessRules.method(system, given.method()).flatMap(method -> DraftCredentials.complete(method, given)));
        return problems.or(() -> Objects.requireNonNull(draft.general()).environment())
                .flatMap(environment -> checking.ask(draft.companyId(), system, environment, given));
    }
}
