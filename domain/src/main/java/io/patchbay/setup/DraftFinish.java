package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.Credentials;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.system.SystemDefinition;
import java.util.Objects;

/** Makes a connector or an instance of a finished draft, however its credentials came to be worth something. */
final class DraftFinish {

    private final Drafts drafts;
    private final GeneralRules general;
    private final Connectors connectors;
    private final Instances instances;
    private final InstalledSystems installed;
    private final AccessRules rules;

    DraftFinish(
            Drafts drafts,
            CompanyGroups groups,
            Connectors connectors,
            Instances instances,
            InstalledSystems installed,
            AccessRules rules) {
        this.drafts = drafts;
        this.general = new GeneralRules(groups, connectors);
        this.connectors = connectors;
        this.instances = instances;
        this.installed = installed;
        this.rules = rules;
    }

    /** Everything of the draft, checked again: the world went on since its answers were given. */
    Outcome<AccessCreation> check(Draft draft, SystemDefinition system) {
        var problems = new Problems();
        var where = problems.check(again(draft, system, Objects.requireNonNull(draft.general())));
        var given = Objects.requireNonNull(draft.credentials());
        var credentials = problems.check(
                AccessRules.method(system, given.method()).flatMap(method -> DraftCredentials.complete(method, given)));
        return problems.or(
                () -> creation(draft, system, Objects.requireNonNull(where), Objects.requireNonNull(credentials)));
    }

    /** Creates what was checked in this very transaction; the draft is gone then. */
    DraftCreation.Created create(Draft draft, AccessCreation creation) {
        drafts.remove(draft);
        return switch (draft.kind()) {
            case CONNECTOR ->
                new DraftCreation.Created(
                        SetupKind.CONNECTOR, creation.in(connectors).id());
            case INSTANCE ->
                new DraftCreation.Created(
                        SetupKind.INSTANCE, creation.in(instances).id());
        };
    }

    private AccessCreation creation(Draft draft, SystemDefinition system, General where, Credentials credentials) {
        return new AccessCreation(
                draft.companyId(),
                system.id(),
                where,
                Objects.requireNonNull(draft.timeAndDate()),
                credentials,
                rules.now());
    }

    private Outcome<General> again(Draft draft, SystemDefinition system, General answer) {
        var typed = new General.Typed(answer.name().value(), answer.companyGroup(), answer.environment());
        return switch (draft.kind()) {
            case CONNECTOR -> general.forConnector(draft.companyId(), system, typed);
            case INSTANCE ->
                installed.require(draft.companyId(), system).flatMap(it -> GeneralRules.forInstance(it, typed));
        };
    }
}
