package io.patchbay.authorization;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessRules;
import io.patchbay.access.SystemAccess;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.CredentialsId;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.shared.UseCase;
import io.patchbay.system.AuthenticationMethod;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts to connect by redirect: gives the word of a one-time address of Patchbay, which binds the browser that follows it
 * and forwards it to the vendor.
 */
@UseCase
public class AuthorizationStart {

    private final Authorizations authorizations;
    private final DraftAuthorization drafts;
    private final Connectors connectors;
    private final Instances instances;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public AuthorizationStart(
            Authorizations authorizations,
            DraftAuthorization drafts,
            Connectors connectors,
            Instances instances,
            AccessRules rules,
            CurrentViewer currentViewer) {
        this.authorizations = authorizations;
        this.drafts = drafts;
        this.connectors = connectors;
        this.instances = instances;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /** For the viewer's draft, if nothing is missing but a person's yes. */
    public Outcome<Secret> ofDraft(DraftId id) {
        return drafts.ready(id).map(this::start);
    }

    /** As {@link #ofDraft(DraftId)}, for a draft that will make this kind of thing. */
    public Outcome<Secret> ofDraft(DraftId id, SetupKind kind) {
        return drafts.ready(id, kind).map(this::start);
    }

    /** For a connector of the viewer's company, which keeps everything but its tokens. */
    public Outcome<Secret> ofConnector(AccessId id) {
        return connectors
                .find(currentViewer.viewer().companyId(), id)
                .map(Connector::access)
                .map(access -> again(access, new Target.OfConnector(id)))
                .orElseGet(() -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.connector")));
    }

    /** For an instance of the viewer's company, which keeps everything but its tokens. */
    public Outcome<Secret> ofInstance(AccessId id) {
        return instances
                .find(currentViewer.viewer().companyId(), id)
                .map(Instance::access)
                .map(access -> again(access, new Target.OfInstance(id)))
                .orElseGet(() -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.instance")));
    }

    /** What the viewer may know of an attempt that came to something. */
    public Optional<Authorization> find(AuthorizationId id) {
        return authorizations.find(currentViewer.viewer().companyId(), id);
    }

    private Outcome<Secret> again(SystemAccess access, Target target) {
        return rules.system(access.system().slug())
                .flatMap(system ->
                        AccessRules.method(system, access.credentials().method()))
                .flatMap(AuthorizationStart::withConsent)
                .map(method -> start(target, access.credentials().id()));
    }

    private static Outcome<AuthenticationMethod> withConsent(AuthenticationMethod method) {
        return method.needsRedirect()
                ? Outcome.done(method)
                : Outcome.refused(InvalidInput.of(
                        RefusalCode.AUTHORIZATION_NOT_NEEDED, "id", "authorization.not-needed", method.label()));
    }

    private Secret start(Draft draft) {
        return start(
                new Target.OfDraft(draft.id()),
                Objects.requireNonNull(draft.credentials()).id());
    }

    private Secret start(Target target, CredentialsId credentials) {
        var viewer = currentViewer.viewer();
        var key = RandomWord.next();
        authorizations.add(Authorization.started(
                viewer.companyId(), DraftOwner.of(viewer), target, credentials, WordHash.of(key), rules.now()));
        return key;
    }
}
