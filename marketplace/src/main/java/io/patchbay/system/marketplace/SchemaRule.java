package io.patchbay.system.marketplace;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A definition is valid against the published JSON Schema. */
final class SchemaRule {

    /** Keywords whose own message prints a schema at the reader; the schema around them says in words what is missing. */
    private static final Set<String> UNREADABLE = Set.of("contains", "minContains", "maxContains");

    private static final Set<String> APPLICATORS = Set.of("if", "then", "else", "allOf", "$ref");

    private final JsonNode document;
    private final Schema schema;

    SchemaRule(JsonNode document) {
        this.document = document;
        var config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(document);
    }

    /** The schema that is published, and in the jar. */
    static SchemaRule published() {
        var file = SchemaRule.class.getResourceAsStream("/schema/system-v1.schema.json");
        return new SchemaRule(JsonMapper.shared().readTree(Objects.requireNonNull(file)));
    }

    void check(JsonNode definition, Findings findings) {
        schema.validate(definition).stream()
                .filter(error -> !APPLICATORS.contains(error.getKeyword()))
                .forEach(error -> findings.add(error.getInstanceLocation().toString(), reason(error)));
    }

    private String reason(Error error) {
        if (!UNREADABLE.contains(error.getKeyword())) {
            return error.getMessage();
        }
        var fragment = error.getSchemaLocation().getFragment().toString();
        var around = document.at(fragment.substring(0, fragment.lastIndexOf('/')));
        return around.path("description").asString(error.getMessage());
    }
}
