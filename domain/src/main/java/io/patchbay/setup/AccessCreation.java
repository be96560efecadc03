package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.access.SystemAccess;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.Credentials;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a connector or an instance, checked in this very transaction; all that is left is to save it.
 *
 * @param credentials kept already
 */
record AccessCreation(
        CompanyId company, SystemId system, General where, TimeAndDate when, Credentials credentials, Instant now) {

    /**
     * Checks everything that a wish says, names every problem, and keeps the secrets only where there is none.
     *
     * @param wanted the system of the wish
     * @param where checks the wish's general details for a system, or for one that is not known
     */
    static Outcome<AccessCreation> of(
            Wish wish,
            CompanyId company,
            Outcome<SystemDefinition> wanted,
            Function<@Nullable SystemDefinition, Outcome<General>> where,
            AccessRules rules) {
        var problems = new Problems();
        var system = problems.check(wanted);
        var general = problems.check(where.apply(system));
        var timeAndDate = problems.check(TimeAndDateRules.check(system, wish.timeAndDate()));
        var opening = system == null ? null : problems.check(opening(system, wish));
        return problems.or(() -> new AccessCreation(
                company,
                Objects.requireNonNull(system).id(),
                Objects.requireNonNull(general),
                Objects.requireNonNull(timeAndDate),
                rules.keep(company, Objects.requireNonNull(general).environment(), Objects.requireNonNull(opening)),
                rules.now()));
    }

    private static Outcome<AccessRules.Opening> opening(SystemDefinition system, Wish wish) {
        return AccessRules.method(system, wish.authenticationMethod())
                .flatMap(method -> method.needsRedirect()
                        ? Outcome.refused(DraftCredentials.authorizationRequired(method))
                        : AccessRules.opening(system, method.key(), wish.credentials()));
    }

    Connector in(Connectors connectors) {
        return connectors.save(new Connector(access(), Objects.requireNonNull(where.companyGroup())));
    }

    Instance in(Instances instances) {
        return instances.save(new Instance(access(), when.rateLimit()));
    }

    private SystemAccess access() {
        return SystemAccess.born(
                company,
                system,
                where.name(),
                where.environment(),
                when.timeZone(),
                when.dateFormat(),
                credentials,
                now);
    }
}
