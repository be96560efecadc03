package io.patchbay.system.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.access.CheckReason;
import io.patchbay.system.AnswerReading;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.LimitHeaders;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SystemSchemaTests {

    private static final JsonNode SCHEMA =
            JsonMapper.shared().readTree(SystemSchemaTests.class.getResourceAsStream("/schema/system-v1.schema.json"));

    @Test
    void isAJsonSchema() {
        var dialect = SpecificationVersion.DRAFT_2020_12;
        var metaSchema =
                SchemaRegistry.withDefaultDialect(dialect).getSchema(SchemaLocation.of(dialect.getDialectId()));

        assertThat(metaSchema.validate(SCHEMA)).isEmpty();
    }

    static List<Arguments> registries() {
        return List.of(
                Arguments.of("/properties/category", SystemCategory.values()),
                Arguments.of("/$defs/method/properties/type", AuthenticationType.values()),
                Arguments.of("/$defs/field/properties/kind", CredentialKind.values()),
                Arguments.of("/$defs/destination/properties/place", CredentialDestination.Place.values()),
                Arguments.of("/$defs/reading/properties/means", AnswerReading.Meaning.values()),
                Arguments.of("/properties/hints/propertyNames", CheckReason.values()),
                Arguments.of("/properties/defaults/properties/rateLimit/properties/per", RateLimit.Unit.values()),
                Arguments.of("/properties/limitHeaders/items/properties/per", RateLimit.Unit.values()),
                Arguments.of("/properties/limitHeaders/items/properties/resetIs", LimitHeaders.ResetForm.values()));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void knowsWhatTheDomainKnows(String pointer, Enum<?>[] values) {
        assertThat(Nodes.elements(SCHEMA.at(pointer).path("enum")))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(Stream.of(values).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void describesEveryProperty() {
        var silent = new ArrayList<String>();
        collectSilent("", SCHEMA, silent);

        assertThat(silent).isEmpty();
    }

    @Test
    void isClosed() {
        var open = new ArrayList<String>();
        collectOpen("", SCHEMA, open);

        assertThat(open).isEmpty();
    }

    /** Conditions repeat properties that are described where they are declared, so only declarations are looked at. */
    private static void collectSilent(String path, JsonNode schema, List<String> silent) {
        if (schema.has("additionalProperties")) {
            schema.path("properties").properties().stream()
                    .filter(property -> !property.getValue().has("description")
                            && !target(property.getValue()).has("description"))
                    .forEach(property -> silent.add(path + "/" + property.getKey()));
        }
        schema.properties().forEach(part -> collectSilent(path + "/" + part.getKey(), part.getValue(), silent));
    }

    private static void collectOpen(String path, JsonNode schema, List<String> open) {
        if (schema.has("description")
                && schema.path("type").asString("").equals("object")
                && schema.has("properties")
                && !schema.has("additionalProperties")) {
            open.add(path);
        }
        schema.properties().forEach(part -> collectOpen(path + "/" + part.getKey(), part.getValue(), open));
    }

    private static JsonNode target(JsonNode schema) {
        return SCHEMA.at(schema.path("$ref").asString("#").substring(1));
    }
}
