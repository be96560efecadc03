package io.patchbay.connector;

import io.patchbay.access.AccessId;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.shared.Name;

/** One system set up for one company group and one environment. */
public record Connector(SystemAccess access, CompanyGroupId group) implements HasAccess {

    public AccessId id() {
        return access.id();
    }

    public int version() {
        return access.version();
    }

    public Name name() {
        return access.name();
    }

    /** The place it takes, for life. */
    public Placement placement() {
        return new Placement(access.system(), group, access.environment());
    }

    /** The same connector, reached differently. */
    public Connector with(SystemAccess changed) {
        return new Connector(changed, group);
    }
}
