package io.patchbay.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;

class DeprecationsTests {

    @Test
    void aReasonHasADateAndAReplacement() {
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query {
                  a: Int @deprecated(reason: "2026-11-22: use `Query.b`, which counts better.")
                  b: Int @deprecated
                  c(x: Int @deprecated(reason: "use `y`")): Int
                  d(input: In): Kind
                }
                input In { e: Int @deprecated(reason: "2026-11-22: gone") }
                enum Kind { F @deprecated(reason: "Soon") G }
                """));

        assertThat(Deprecations.withoutDateOrReplacement(schema))
                .containsExactlyInAnyOrder("Query.b", "Query.c.x", "In.e", "Kind.F");
    }
}
