package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.Parser;
import io.patchbay.api.GraphiQlExamples;
import io.patchbay.api.GraphiQlExamples.Example;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example does what it says, on the real application. */
class ExamplesTests extends WholeApplication {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> operations() {
        return all(operation -> operation != Operation.SUBSCRIPTION);
    }

    static Stream<Arguments> subscriptions() {
        return all(operation -> operation == Operation.SUBSCRIPTION);
    }

    private static Stream<Arguments> all(Predicate<Operation> wanted) {
        return GraphiQlExamples.all().stream()
                .flatMap(example -> new Parser()
                        .parseDocument(example.query()).getDefinitionsOfType(OperationDefinition.class).stream()
                                .filter(operation -> wanted.test(operation.getOperation()))
                                .map(operation -> Arguments.of(operation.getName(), example)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void works(String operation, Example example) {
        var program = programOfANewCompany();

        var answer = ApiClient.json(program.post(ApiClient.text(Map.of(
                "query", example.query(), "operationName", operation, "variables", variables(program, example)))));

        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        assertThat(answer.findValues("userErrors")).as("%s", answer).allMatch(JsonNode::isEmpty);
        assertThat(answer.get("data").valueStream()).isNotEmpty().noneMatch(JsonNode::isNull);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscriptions")
    void tells(String operation, Example example) {
        var program = programOfANewCompany();
        try (var listener = EventStreamClient.open(program.request("/graphql"), example.query())) {
            listener.requireNews("READ_AGAIN");

            var group = DemoShop.group(program, "Shops");
            var connector = DemoShop.createConnector(program, DemoShop.connector(group, "demo"));

            assertThat(listener.requireNews("CHANGED").get("accessId"))
                    .as(operation)
                    .isEqualTo(connector.at("/connector/id"));
        }
    }

    private static JsonNode variables(ApiClient program, Example example) {
        var text = example.variables() == null ? "{}" : example.variables();
        if (text.contains("<")) {
            var empty = DemoShop.group(program, "Empty");
            var group = DemoShop.group(program, "Shops");
            var connector = text.contains("<id of a connector>")
                    ? DemoShop.createConnector(program, DemoShop.connector(group, "demo"))
                            .at("/connector/id")
                            .asString()
                    : "";
            var token = program.data("{ apiTokens { nodes { id } } }")
                    .at("/apiTokens/nodes/0/id")
                    .asString();
            text = text.replace("<id of a company group without connectors>", empty)
                    .replace("<id of a company group>", group)
                    .replace("<id of a connector>", connector)
                    .replace("<id of an API token>", token);
        }
        assertThat(text).doesNotContain("<");
        return JSON.readTree(text);
    }
}
