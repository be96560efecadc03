package io.patchbay.authorization;

import io.patchbay.access.AccessRules;
import io.patchbay.authorization.Authorization.Departure;
import io.patchbay.authorization.AuthorizationServers.Leaving;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.credential.SecretStore;
import io.patchbay.identity.PersonId;
import io.patchbay.instance.Instances;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.DraftOwner;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinitions;
import java.net.URI;
import java.util.Optional;

/** Sends the browser that follows a one-time address to the vendor; needs no viewer, because a program may have started. */
@UseCase
public class AuthorizationDeparture {

    private final Authorizations authorizations;
    private final AuthorizationServers servers;
    private final SecretStore secrets;
    private final AccessRules rules;
    private final Subjects subjects;

    public AuthorizationDeparture(
            Authorizations authorizations,
            AuthorizationServers servers,
            SystemDefinitions systems,
            DraftAuthorization drafts,
            Connectors connectors,
            Instances instances,
            RevealedCredentials revealed,
            SecretStore secrets,
            AccessRules rules) {
        this.authorizations = authorizations;
        this.servers = servers;
        this.secrets = secrets;
        this.rules = rules;
        this.subjects = new Subjects(systems, drafts, connectors, instances, revealed);
    }

    /**
     * Where the browser goes, and what it has to bring back.
     *
     * @param binding for a cookie of the browser's own
     */
    public record Forwarding(AuthorizationId id, URI page, Secret binding) {}

    /**
     * Forwards once.
     *
     * @param key the one-time address's word
     * @param visitor who is logged in there; what a person started is for that person's browser only
     * @param redirectAddress where the vendor shall send people back to
     */
    public Outcome<Forwarding> depart(Secret key, Optional<PersonId> visitor, URI redirectAddress) {
        var authorization = authorizations.withKey(WordHash.of(key));
        if (authorization.isEmpty()) {
            return Outcome.refused(AuthorizationRefusals.unknown());
        }
        if (authorization.get().departure() != null) {
            return Outcome.refused(AuthorizationRefusals.used());
        }
        if (authorization.get().expiredAt(rules.now())) {
            return Outcome.refused(AuthorizationRefusals.expired());
        }
        return mayFollow(authorization.get(), visitor)
                ? forward(authorization.get(), redirectAddress)
                : Outcome.refused(AuthorizationRefusals.otherPerson());
    }

    private static boolean mayFollow(Authorization authorization, Optional<PersonId> visitor) {
        return switch (authorization.startedBy()) {
            case DraftOwner.OfPerson(var person) ->
                visitor.filter(person::equals).isPresent();
            case DraftOwner.OfToken program -> true;
        };
    }

    private Outcome<Forwarding> forward(Authorization authorization, URI redirectAddress) {
        var subject = subjects.find(authorization);
        if (subject.isEmpty()) {
            return Outcome.refused(InvalidInput.overall(RefusalCode.NOT_FOUND, "not-found.draft"));
        }
        if (!subject.get().credentials().id().equals(authorization.credentials())) {
            return Outcome.refused(AuthorizationRefusals.changed());
        }
        var state = RandomWord.next();
        var verifier = RandomWord.next();
        return subjects.question(subject.get())
                .flatMap(question -> servers.page(question, new Leaving(state, verifier, redirectAddress)))
                .map(page -> leave(authorization, redirectAddress, state, verifier, page))
                .orElseGet(() -> Outcome.refused(
                        AuthorizationRefusals.refused(subject.get().system().name(), "address")));
    }

    private Outcome<Forwarding> leave(
            Authorization authorization, URI redirectAddress, Secret state, Secret verifier, URI page) {
        var binding = RandomWord.next();
        var departure = new Departure(
                WordHash.of(state),
                WordHash.of(binding),
                redirectAddress,
                secrets.keep(authorization.companyId(), verifier));
        return authorizations.depart(authorization, departure, rules.now().plus(Authorization.LIFETIME))
                ? Outcome.done(new Forwarding(authorization.id(), page, binding))
                : Outcome.refused(AuthorizationRefusals.used());
    }
}
