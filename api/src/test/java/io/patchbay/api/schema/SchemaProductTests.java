package io.patchbay.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.patchbay.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** The schema is a product: what it promises is written down, and kept. */
class SchemaProductTests extends ApiTest {

    private static final String SNAPSHOT = "docs/schema.graphqls";
    private static final String REFERENCE = "docs/graphql.md";
    private static final String CHANGELOG = "CHANGELOG.md";

    @Autowired
    private GraphQlSource source;

    @Test
    void nothingBreaksThatTheChangelogDoesNotName() {
        var unlisted = Breakage.between(Repository.read(SNAPSHOT), print(schema())).stream()
                .filter(breakage -> !breakage.isNamedIn(Repository.read(CHANGELOG)))
                .toList();

        assertThat(unlisted)
                .as(
                        "Clients rely on these. Keep them and mark them @deprecated; or else name each in CHANGELOG.md under"
                                + " Unreleased in a line such as: - API: `Connector.name` is gone, because ...")
                .isEmpty();
    }

    @Test
    void theSnapshotIsTheSchema() {
        nothingBreaksThatTheChangelogDoesNotName();

        var schema = print(schema());
        assertThat(Repository.update(SNAPSHOT, schema))
                .as(Repository.HOW_TO_UPDATE)
                .isEqualTo(schema);
    }

    @Test
    void theReferenceIsWrittenFromTheSchema() {
        var reference = new SchemaReference(schema()).markdown();

        assertThat(Repository.update(REFERENCE, reference))
                .as(Repository.HOW_TO_UPDATE)
                .isEqualTo(reference);
    }

    @Test
    void whateverIsDeprecatedSaysSinceWhenAndWhatToUseInstead() {
        assertThat(Deprecations.withoutDateOrReplacement(schema())).isEmpty();
    }

    private GraphQLSchema schema() {
        return source.schema();
    }

    /** Without what costs how much, which changes without breaking anybody. */
    private static String print(GraphQLSchema schema) {
        var options = SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeDirectiveDefinitions(false)
                .includeDirectives(name -> !name.equals("cost"));
        return new SchemaPrinter(options).print(schema);
    }
}
