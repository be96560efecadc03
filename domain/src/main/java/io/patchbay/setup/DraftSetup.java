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
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
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

    /** The viewer's drafts, the last touched first; at most {@link #OFFERED}. */
    public List<Draft> unfinished() {
        return own.all(OFFERED);
    }

    /** Answers the first step. A place that is taken is refused here already, but only creation takes a place. */
    public Outcome<Draft> answer(DraftId id, General.Typed answer) {
        return step(
                id,
                SetupStep.GENERAL,
                (draft, system) ->
                        check(draft, system, answer).map(checked -> draft.answeredWith(checked, rules.now())));
    }

    /** Answers the second step. */
    public Outcome<Draft> answer(DraftId id, TimeAndDate.Typed answer) {
        return step(
                id,
                SetupStep.TIME_AND_DATE,
                (draft, system) -> TimeAndDateRules.check(system, ownLimit(draft, answer))
                        .map(checked -> draft.answeredWith(checked, rules.now())));
    }

    /** Answers the third step. Another method than before drops what was set for that one, secrets and all. */
    public Outcome<Draft> answerMethod(DraftId id, @Nullable String method) {
        return step(
                id,
                SetupStep.AUTHENTICATION,
                (draft, system) -> AccessRules.method(system, method)
                        .map(chosen -> draft.answeredWith(chosen(draft, chosen.key()), rules.now())));
    }

    /**
     * Keeps credentials without creating anything; not all of them need be there yet. A blank value clears its field, one
     * that is not given stays as it was. Where the address changes, every secret that was kept has to be given again,
     * because otherwise it could be sent to somebody else's host.
     */
    public Outcome<Draft> answerCredentials(DraftId id, List<GivenCredential> given) {
        return step(id, SetupStep.CREDENTIALS, (draft, system) -> {
            var before = Objects.requireNonNull(draft.credentials());
            return AccessRules.method(system, before.method())
                    .flatMap(method -> DraftCredentials.merge(method, before, given))
                    .map(merge -> intake.keep(draft.companyId(), merge.method(), merge.typed(), merge.kept()))
                    .map(after -> replace(draft, before, after));
        });
    }

    /** Throws the draft away with its secrets; one that is not there is no mistake. */
    public void discard(DraftId id) {
        find(id).ifPresent(this::destroy);
    }

    /** Destroys drafts of anybody that were not touched for {@link Draft#LIFETIME}, a limited number at once; gives how many. */
    public int destroyExpired() {
        var expired = drafts.untouchedSince(rules.now().minus(Draft.LIFETIME), DESTROYED_AT_ONCE);
        expired.forEach(this::destroy);
        return expired.size();
    }

    private Outcome<Draft> step(
            DraftId id, SetupStep step, BiFunction<Draft, SystemDefinition, Outcome<Draft>> answer) {
        return own.reach(id, step, answer).map(drafts::save);
    }

    private Outcome<General> check(Draft draft, SystemDefinition system, General.Typed answer) {
        return switch (draft.kind()) {
            case CONNECTOR -> general.forConnector(draft.companyId(), system, answer);
            case INSTANCE -> GeneralRules.forInstance(system, answer);
        };
    }

    private static TimeAndDate.Typed ownLimit(Draft draft, TimeAndDate.Typed answer) {
        return draft.kind() == SetupKind.INSTANCE
                ? answer
                : new TimeAndDate.Typed(answer.timeZone(), answer.dateFormat(), null);
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
