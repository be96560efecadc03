package io.patchbay.setup;

import io.patchbay.access.SystemAccess;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.Credentials;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.Objects;

/**
 * Everything about a connector or an instance, checked in this very transaction; all that is left is to save it.
 *
 * @param credentials kept already
 */
record AccessCreation(
        CompanyId company, SystemId system, General where, TimeAndDate when, Credentials credentials, Instant now) {

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
