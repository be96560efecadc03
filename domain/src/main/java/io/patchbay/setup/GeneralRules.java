package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.connector.Connectors;
import io.patchbay.connector.Placement;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.SystemDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the first step: a name, a group of the company's own, an environment that the vendor has, a free place. */
final class GeneralRules {

    private final CompanyGroups groups;
    private final Connectors connectors;

    GeneralRules(CompanyGroups groups, Connectors connectors) {
        this.groups = groups;
        this.connectors = connectors;
    }

    /**
     * For a connector of a system, or of one that is not known, as far as that can be said. Locks the group, so that
     * nobody takes the place between this answer and the end of the transaction.
     */
    Outcome<General> forConnector(CompanyId company, @Nullable SystemDefinition system, General.Typed typed) {
        var problems = new Problems();
        var name = problems.check(Name.parse(typed.name(), "name"));
        var group = problems.check(group(company, typed.companyGroup()));
        var environment = problems.check(AccessRules.environment(system, typed.environment()));
        if (system != null && group != null && environment != null) {
            connectors
                    .at(company, new Placement(system.id(), group.id(), environment))
                    .ifPresent(existing -> problems.add(new ConnectorAlreadyExists(existing)));
        }
        return problems.or(() -> new General(
                Objects.requireNonNull(name), Objects.requireNonNull(group).id(), Objects.requireNonNull(environment)));
    }

    static Outcome<General> forInstance(@Nullable SystemDefinition system, General.Typed typed) {
        var problems = new Problems();
        var name = problems.check(Name.parse(typed.name(), "name"));
        var environment = problems.check(AccessRules.environment(system, typed.environment()));
        return problems.or(() -> new General(Objects.requireNonNull(name), null, Objects.requireNonNull(environment)));
    }

    private Outcome<CompanyGroup> group(CompanyId company, @Nullable CompanyGroupId wanted) {
        var chosen = wanted != null
                ? wanted
                : groups.only(company).map(CompanyGroup::id).orElse(null);
        if (chosen == null) {
            return Outcome.refused(
                    InvalidInput.of(RefusalCode.COMPANY_GROUP_REQUIRED, "companyGroupId", "company-group.required"));
        }
        return groups.lock(company, chosen)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        InvalidInput.of(RefusalCode.NOT_FOUND, "companyGroupId", "not-found.company-group")));
    }
}
