package io.patchbay.authorization;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessRules;
import io.patchbay.access.SystemAccess;
import io.patchbay.authorization.Authorization.Arrival;
import io.patchbay.authorization.AuthorizationServers.Redeemed.Granted;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.CredentialRules;
import io.patchbay.credential.Credentials;
import io.patchbay.instance.Instances;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a vendor granted together with what it was granted for: the connector is there with its tokens, or neither. */
@UseCase
public class AuthorizationCompletion {

    private final Authorizations authorizations;
    private final DraftAuthorization drafts;
    private final Connectors connectors;
    private final Instances instances;
    private final Tokens tokens;
    private final AccessRules rules;

    public AuthorizationCompletion(
            Authorizations authorizations,
            DraftAuthorization drafts,
            Connectors connectors,
            Instances instances,
            Tokens tokens,
            AccessRules rules) {
        this.authorizations = authorizations;
        this.drafts = drafts;
        this.connectors = connectors;
        this.instances = instances;
        this.tokens = tokens;
        this.rules = rules;
    }

    /** Creates or connects again, unless what it is for is gone or changed by now. */
    public Outcome<Arrival> complete(Authorization authorization, AuthenticationMethod method, Granted granted) {
        return switch (authorization.target()) {
            case Target.OfDraft(var id) -> create(authorization, id, method, granted);
            case Target.OfConnector(var id) ->
                connectors
                        .find(authorization.companyId(), id)
                        .map(connector -> again(authorization, connector.access(), method, granted)
                                .map(access -> connectors.save(connector.with(access)))
                                .map(saved -> arrive(authorization, SetupKind.CONNECTOR, saved.id(), granted)))
                        .orElseGet(() -> gone("not-found.connector"));
            case Target.OfInstance(var id) ->
                instances
                        .find(authorization.companyId(), id)
                        .map(instance -> again(authorization, instance.access(), method, granted)
                                .map(access -> instances.save(instance.with(access)))
                                .map(saved -> arrive(authorization, SetupKind.INSTANCE, saved.id(), granted)))
                        .orElseGet(() -> gone("not-found.instance"));
        };
    }

    private Outcome<Arrival> create(
            Authorization authorization, DraftId id, AuthenticationMethod method, Granted granted) {
        var draft = drafts.find(authorization.companyId(), authorization.startedBy(), id);
        if (draft.isEmpty()) {
            return gone("not-found.draft");
        }
        return told(authorization, draft.get().credentials(), method, granted)
                .flatMap(credentials -> drafts.create(draft.get(), credentials))
                .map(created -> arrive(authorization, created.kind(), created.id(), granted));
    }

    private Outcome<SystemAccess> again(
            Authorization authorization, SystemAccess access, AuthenticationMethod method, Granted granted) {
        return told(authorization, access.credentials(), method, granted)
                .map(credentials -> access.withReplaced(credentials, rules.now()));
    }

    private static Outcome<Credentials> told(
            Authorization authorization,
            @Nullable Credentials credentials,
            AuthenticationMethod method,
            Granted granted) {
        return credentials == null || !credentials.id().equals(authorization.credentials())
                ? Outcome.refused(AuthorizationRefusals.changed())
                : CredentialRules.checkGranted(method, granted.told()).map(credentials::told);
    }

    private Arrival arrive(Authorization authorization, SetupKind kind, AccessId access, Granted granted) {
        var before = accountBefore(authorization);
        tokens.keepFirst(authorization.companyId(), authorization.credentials(), granted.tokens());
        var arrival = new Arrival(kind, access, granted.tokens().account(), before.orElse(null));
        authorizations.arrive(authorization, arrival);
        return arrival;
    }

    private Optional<String> accountBefore(Authorization authorization) {
        return tokens.find(authorization.companyId(), authorization.credentials())
                .map(TokenGrant::tokens)
                .map(TokenGrant.Kept::account);
    }

    private static Outcome<Arrival> gone(String reason) {
        return Outcome.refused(InvalidInput.overall(RefusalCode.NOT_FOUND, reason));
    }
}
