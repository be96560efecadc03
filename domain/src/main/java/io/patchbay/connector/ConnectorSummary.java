package io.patchbay.connector;

import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.company.CompanyGroup;

/** A connector together with its group, as lists show it. */
public record ConnectorSummary(Connector connector, CompanyGroup group) implements HasAccess {

    @Override
    public SystemAccess access() {
        return connector.access();
    }
}
