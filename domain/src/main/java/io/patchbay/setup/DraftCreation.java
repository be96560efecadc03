package io.patchbay.setup;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import java.util.Objects;

/** The wizard's last button: makes a connector or an instance of a finished draft, which is gone afterwards. */
@UseCase
public class DraftCreation {

    private final Drafts drafts;
    private final OwnDrafts own;
    private final GeneralRules general;
    private final Connectors connectors;
    private final Instances instances;
    private final InstalledSystems installed;
    private final AccessRules rules;

    public DraftCreation(
            Drafts drafts,
            CompanyGroups groups,
            Connectors connectors,
            Instances instances,
            InstalledSystems installed,
            AccessRules rules,
            CurrentViewer currentViewer) {
        this.drafts = drafts;
        this.own = new OwnDrafts(drafts, rules, currentViewer);
        this.general = new GeneralRules(groups, connectors);
        this.connectors = connectors;
        this.instances = instances;
        this.installed = installed;
        this.rules = rules;
    }

    /** What came of a draft. */
    public record Created(SetupKind kind, AccessId id) {}

    /**
     * Creates what the draft says. Every answer is checked again, because the world went on since it was given; the secrets
     * stay where they are, and only the pointer to them moves.
     */
    public Outcome<Created> create(DraftId id) {
        return own.reach(id, SetupStep.CREDENTIALS, this::create);
    }

    /** Creates what the draft says, if it is of this kind. */
    public Outcome<Created> create(DraftId id, SetupKind kind) {
        return own.only(kind).reach(id, SetupStep.CREDENTIALS, this::create);
    }

    private Outcome<Created> create(Draft draft, SystemDefinition system) {
        var problems = new Problems();
        var where = problems.check(again(draft, system, Objects.requireNonNull(draft.general())));
        var given = Objects.requireNonNull(draft.credentials());
        var credentials = problems.check(
                AccessRules.method(system, given.method()).flatMap(method -> DraftCredentials.complete(method, given)));
        return problems.or(() -> {
            drafts.remove(draft);
            return save(
                    draft.kind(),
                    new AccessCreation(
                            draft.companyId(),
                            system.id(),
                            Objects.requireNonNull(where),
                            Objects.requireNonNull(draft.timeAndDate()),
                            Objects.requireNonNull(credentials),
                            rules.now()));
        });
    }

    private Outcome<General> again(Draft draft, SystemDefinition system, General answer) {
        var typed = new General.Typed(answer.name().value(), answer.companyGroup(), answer.environment());
        return switch (draft.kind()) {
            case CONNECTOR -> general.forConnector(draft.companyId(), system, typed);
            case INSTANCE ->
                installed.require(draft.companyId(), system).flatMap(it -> GeneralRules.forInstance(it, typed));
        };
    }

    private Created save(SetupKind kind, AccessCreation creation) {
        return switch (kind) {
            case CONNECTOR -> new Created(kind, creation.in(connectors).id());
            case INSTANCE -> new Created(kind, creation.in(instances).id());
        };
    }
}
