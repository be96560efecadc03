package io.patchbay.company.api;

import graphql.schema.idl.RuntimeWiring;
import io.patchbay.api.FieldOf;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.company.CompanyGroup;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The fields of a group that GraphQL shows otherwise than the domain does. */
@Component
class CompanyGroupFields implements RuntimeWiringConfigurer {

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                "CompanyGroup",
                type -> type.dataFetcher("id", new FieldOf<>(CompanyGroup.class, CompanyGroupFields::id))
                        .dataFetcher(
                                "name",
                                new FieldOf<>(
                                        CompanyGroup.class,
                                        group -> group.name().value())));
    }

    private static String id(CompanyGroup group) {
        return GlobalId.of(NodeType.COMPANY_GROUP, group.id().value());
    }
}
