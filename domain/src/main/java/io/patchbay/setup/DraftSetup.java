package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.CredentialIntake;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.GivenCredential;
import io.patchbay.credential.SecretStore;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.shared.Count;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Page;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wizard without its pages: starting, answering one step after the other, leaving and coming back, discarding. */
@UseCase
public class DraftSetup {

    /** How many drafts are offered again. */
    public static final int OFFERED = 50;

    private static final int DESTROYED_AT_ONCE = 100;

    private final Drafts drafts;
    private final OwnDrafts own;
    private final CredentialIntake intake;
    private final GeneralRules general;
    private final InstalledSystems installed;
    private final AccessRules rules;

    public DraftSetup(
            Drafts drafts,
            SecretStore secrets,
            CompanyGroups groups,
            Connectors connectors,
            InstalledSystems installed,
            AccessRules rules,
            CurrentViewer currentViewer) {
        this.drafts = drafts;
        this.own = new OwnDrafts(drafts, rules, currentViewer);
        this.intake = new CredentialIntake(secrets);
        this.general = new GeneralRules(groups, connectors);
        this.installed = installed;
        this.rules = rules;
    }

    /** Starts a wizard of whoever is acting. */
    public Outcome<Draft> start(SetupKind kind, @Nullable String systemSlug) {
        return rules.system(systemSlug)
                .flatMap(system ->
                        kind == SetupKind.INSTANCE ? installed.require(own.company(), system) : Outcome.done(system))
                .map(system -> own.start(kind, system));
    }

    /** The draft, if it is the viewer's and has not expired. */
    public Optional<Draft> find(DraftId id) {
        return own.find(id);
    }

    /** Those of these drafts that are the viewer's and have not expired. */
    public List<Draft> findAll(Collection<DraftId> ids) {
        return own.findAll(ids);
    }

    /** The viewer's drafts, the last touched first; at most {@link #OFFERED}. */
    public List<Draft> unfinished() {
        return own.all(OFFERED);
    }

    /** Answers the first step. A place that is taken is refused here already, but only creation takes a place. */
    public Outcome<Draft> answer(DraftId id, General.Typed answer) {
        return answer(id, null, answer);
    }

    /** Answers the second step. */
    public Outcome<Draft> answer(DraftId id, TimeAndDate.Typed answer) {
        return answer(id, null, answer);
    }

    /** Answers the third step. Another method than before drops what was set for that one, secrets and all. */
    public Outcome<Draft> answerMethod(DraftId id, @Nullable String method) {
        return answer(id, null, new SetupAnswer.Method(method));
    }

    /**
     * Keeps credentials without creating anything; not all of them need be there yet. A blank value clears its field, one
     * that is not given stays as it was. Where the address changes, every secret that was kept has to be given again,
     * because otherwise it could be sent to somebody else's host.
     */
    public Outcome<Draft> answerCredentials(DraftId id, List<GivenCredential> given) {
        return answer(id, null, new SetupAnswer.Values(given));
    }

    /**
     * Answers one step as the method of its own does.
     *
     * @param version the draft's version as the caller read it, so that nobody overwrites what somebody else answered; null:
     *     whatever it is
     */
    public Outcome<Draft> answer(DraftId id, @Nullable Integer version, SetupAnswer answer) {
        return own.reach(
                        id,
                        answer.step(),
                        (draft, system) -> AccessRules.ifCurrent(
                                draft,
                                draft.version(),
                                version == null ? draft.version() : version,
                                current -> answered(current, system, answer)))
                .map(drafts::save);
    }

    /** The viewer's drafts of one kind or of both, by birth or by change. */
    public Page<Draft> page(@Nullable SetupKind kind, Page.Request request) {
        return own.only(kind).page(request);
    }

    /** How many drafts {@link #page} leads through. */
    public Count count(@Nullable SetupKind kind) {
        return own.only(kind).count();
    }

    /** Throws the draft away with its secrets. */
    public Outcome<Draft> discard(DraftId id) {
        var draft = find(id);
        draft.ifPresent(this::destroy);
        return draft.map(Outcome::done).orElseGet(OwnDrafts::notFound);
    }

    /** Destroys drafts of anybody that were not touched for {@link Draft#LIFETIME}, a limited number at once; gives how many. */
    public int destroyExpired() {
        var expired = drafts.untouchedSince(rules.now().minus(Draft.LIFETIME), DESTROYED_AT_ONCE);
        expired.forEach(this::destroy);
        return expired.size();
    }

    private Outcome<Draft> answered(Draft draft, SystemDefinition system, SetupAnswer answer) {
        return switch (answer) {
            case General.Typed typed ->
                check(draft, system, typed).map(checked -> draft.answeredWith(checked, rules.now()));
            case TimeAndDate.Typed typed ->
                TimeAndDateRules.check(system, typed.of(draft.kind()))
                        .map(checked -> draft.answeredWith(checked, rules.now()));
            case SetupAnswer.Method(var key) ->
                AccessRules.method(system, key)
                        .map(chosen -> draft.answeredWith(chosen(draft, chosen.key()), rules.now()));
            case SetupAnswer.Values(var given) -> keep(draft, system, given);
        };
    }

    private Outcome<Draft> keep(Draft draft, SystemDefinition system, List<GivenCredential> given) {
        var before = Objects.requireNonNull(draft.credentials());
        return AccessRules.method(system, before.method())
                .flatMap(method -> DraftCredentials.merge(method, before, given))
                .map(merge -> intake.keep(
                        draft.companyId(),
                        Objects.requireNonNull(draft.general()).environment(),
                        merge.method(),
                        merge.typed(),
                        merge.kept(),
                        rules.now()))
                .map(after -> replace(draft, before, after));
    }

    private Outcome<General> check(Draft draft, SystemDefinition system, General.Typed answer) {
        return switch (draft.kind()) {
            case CONNECTOR -> general.forConnector(draft.companyId(), system, answer);
            case INSTANCE -> GeneralRules.forInstance(system, answer);
        };
    }

    private Credentials chosen(Draft draft, String method) {
        var before = draft.credentials();
        if (before != null && before.method().equals(method)) {
            return before;
        }
        if (before != null) {
            rules.forget(draft.companyId(), before);
        }
        return Credentials.none(method);
    }

    private Draft replace(Draft draft, Credentials before, Credentials after) {
        // The same values are the same set: tokens that were issued for it stay good.
        if (after.values().equals(before.values())) {
            return draft.answeredWith(before, rules.now());
        }
        rules.forget(draft.companyId(), before, after);
        return draft.answeredWith(after, rules.now());
    }

    private void destroy(Draft draft) {
        if (draft.credentials() != null) {
            rules.forget(draft.companyId(), draft.credentials());
        }
        drafts.remove(draft);
    }
}
