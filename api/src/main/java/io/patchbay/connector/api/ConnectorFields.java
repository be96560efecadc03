package io.patchbay.connector.api;

import graphql.schema.idl.RuntimeWiring;
import io.patchbay.api.FieldOf;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorSummary;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The field that connectors have and instances have not. */
@Component
class ConnectorFields implements RuntimeWiringConfigurer {

    private final CompanyGroups groups;

    ConnectorFields(CompanyGroups groups) {
        this.groups = groups;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Connector", type -> type.dataFetcher("companyGroup", new FieldOf<>(Object.class, this::companyGroup)));
    }

    /** Queries bring each connector's group along; only what a mutation has just changed has to look it up. */
    private CompanyGroup companyGroup(Object source) {
        return switch (source) {
            case ConnectorSummary summary -> summary.group();
            case Connector connector ->
                groups.find(connector.access().companyId(), connector.group()).orElseThrow();
            default -> throw new IllegalStateException("Not a connector: " + source.getClass());
        };
    }
}
