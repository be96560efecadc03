package io.patchbay.authorization;

import io.patchbay.access.AccessRules;
import io.patchbay.access.Checks;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.credential.SecretStore;
import io.patchbay.instance.Instances;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinitions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Recognises who comes back from a vendor, once. */
@UseCase
public class AuthorizationReturn {

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Authorizations authorizations;
    private final SecretStore secrets;
    private final AccessRules rules;
    private final Subjects subjects;

    public AuthorizationReturn(
            Authorizations authorizations,
            SystemDefinitions systems,
            DraftAuthorization drafts,
            Connectors connectors,
            Instances instances,
            RevealedCredentials revealed,
            SecretStore secrets,
            AccessRules rules) {
        this.authorizations = authorizations;
        this.secrets = secrets;
        this.rules = rules;
        this.subjects = new Subjects(systems, drafts, connectors, instances, revealed);
    }

    /** Everything that is needed to ask for tokens. */
    public record Recognised(Authorization authorization, Checks.Question question, Secret verifier) {}

    /** The attempt with this state, however it stands. */
    public Optional<Authorization> find(Secret state) {
        return authorizations.withState(WordHash.of(state));
    }

    /**
     * Takes the attempt, which nobody can take again. Another browser's visit leaves it to the right one.
     *
     * @param binding the word that this browser keeps for an attempt
     */
    public Outcome<Recognised> recognise(
            Authorization authorization, Function<AuthorizationId, Optional<Secret>> binding) {
        var departure = Objects.requireNonNull(authorization.departure());
        var now = rules.now();
        if (binding.apply(authorization.id())
                .filter(departure.binding()::matches)
                .isEmpty()) {
            return Outcome.refused(AuthorizationRefusals.otherBrowser());
        }
        if (authorization.usedAt() != null) {
            return Outcome.refused(AuthorizationRefusals.used());
        }
        if (authorization.expiredAt(now)) {
            return Outcome.refused(AuthorizationRefusals.expired());
        }
        var subject = subjects.find(authorization);
        if (subject.isEmpty()) {
            return Outcome.refused(InvalidInput.overall(RefusalCode.NOT_FOUND, "not-found.draft"));
        }
        var question = subjects.question(subject.get());
        if (question.isEmpty() || !subject.get().credentials().id().equals(authorization.credentials())) {
            return Outcome.refused(AuthorizationRefusals.changed());
        }
        if (!authorizations.use(authorization, now)) {
            return Outcome.refused(AuthorizationRefusals.used());
        }
        var verifier = secrets.reveal(authorization.companyId(), departure.verifier());
        secrets.forget(authorization.companyId(), List.of(departure.verifier()));
        return Outcome.done(new Recognised(authorization, question.get(), verifier));
    }

    /** Forgets attempts whose end is a day past, a limited number at once; gives how many. */
    public int forgetEnded() {
        var ended = authorizations.endedBefore(rules.now().minus(Authorization.REMEMBERED), FORGOTTEN_AT_ONCE);
        for (var authorization : ended) {
            var departure = authorization.departure();
            if (departure != null) {
                secrets.forget(authorization.companyId(), List.of(departure.verifier()));
            }
            authorizations.remove(authorization);
        }
        return ended.size();
    }
}
