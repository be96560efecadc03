package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import io.patchbay.shared.Contended;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class ErrorTests extends ApiTest {

    private static final String PLANTED = "hunter2-planted";

    private static final String CREATE =
            "mutation($input: CreateConnectorInput!) { createConnector(input: $input) { connector { id } userErrors { message } } }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ viewer { name }",
                "{ viewer { colour } }",
                "{ system(slug: 5) { name } }",
                "{ connectors(filter: {environment: \"hunter2-planted\"}) { nodes { id } } }",
                "mutation { createApiToken(input: {name: hunter2_planted}) { secret } }",
                "mutation { createApiToken(input: {name: \"a\", expiresAt: \"hunter2-planted\"}) { secret } }",
                "mutation { installSystem(input: {slug: \"hunter2-planted\"}) { system { name } } }",
                "mutation { installSystem(input: \"hunter2-planted\") { system { name } } }",
                "query($a: String = 5, $b: Int = \"hunter2-planted\") { system(slug: $a) { name } }",
                "mutation { installSystem(input: {systemSlug: \"hunter2-planted) { system } }",
                "\"hunter2-planted\""
            })
    void saysWhatIsWrongWithADocumentWithoutRepeatingItsValues(String document, CapturedOutput log) {
        var errors = errors(document, Map.of());

        assertThat(errors)
                .isNotEmpty()
                .allSatisfy(error -> assertThat(code(error)).isIn("GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"));
        assertThat(errors.toString())
                .doesNotContain("hunter2")
                .doesNotContain("graphql.")
                .doesNotContain("Value{");
        assertThat(log).doesNotContain("hunter2");
    }

    static List<Map<String, Object>> impossible() {
        var good = input(
                "systemSlug", "corner-shop",
                "name", "x",
                "environment", "LIVE",
                "authenticationMethod", "api-key",
                "credentials", List.of(input("key", "api_key", "value", PLANTED)));
        return List.of(
                with(good, "environment", PLANTED),
                with(good, "credentials", PLANTED),
                with(good, "credentials", List.of(PLANTED)),
                with(good, "credentials", List.of(input("key", "api_key", "value", List.of(PLANTED)))),
                with(good, "credentials", List.of(input("key", "api_key", "value", input("secret", PLANTED)))),
                with(good, "credentials", List.of(input("key", "api_key", "value", PLANTED, "more", PLANTED))),
                with(good, "credentials", List.of(input("key", PLANTED))),
                with(good, "name", null, "systemSlug", PLANTED),
                with(good, "environment", List.of(PLANTED)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void saysWhichVariableIsWrongWithoutRepeatingItsValue(Map<String, Object> input, CapturedOutput log) {
        var errors = errors(CREATE, Map.of("input", input));

        assertThat(errors)
                .isNotEmpty()
                .allSatisfy(error -> assertThat(code(error)).isEqualTo("BAD_USER_INPUT"));
        assertThat(errors.toString()).doesNotContain("hunter2");
        assertThat(log).doesNotContain("hunter2");
    }

    @Test
    void namesTheFieldAndTheTypeThatWereExpected() {
        assertThat(errors("{ viewer { colour } }", Map.of()).getFirst().getMessage())
                .contains("Field 'colour' in type 'Viewer' is undefined");
        assertThat(errors("{ connectors(filter: {environment: MOON}) { nodes { id } } }", Map.of())
                        .getFirst()
                        .getMessage())
                .endsWith("argument 'filter.environment' has a wrong type or misses a field");
        assertThat(errors(CREATE, Map.of("input", impossible().getFirst()))
                        .getFirst()
                        .getMessage())
                .isEqualTo("Variable 'input' has an invalid value: Invalid input for enum 'Environment'");
        assertThat(errors(CREATE, Map.of()).getFirst().getMessage())
                .endsWith("Variable 'input' has coerced Null value for NonNull type 'CreateConnectorInput!'");
        assertThat(errors(
                                "mutation($at: DateTime) { createApiToken(input: {name: \"x\", expiresAt: $at}) { secret } }",
                                Map.of("at", "tomorrow"))
                        .getFirst()
                        .getMessage())
                .isEqualTo("Variable 'at' has an invalid value: Expected a string such as 2026-11-22T14:30:00Z");
    }

    @Test
    void neverShowsASecretInARefusal(CapturedOutput log) {
        var input = with(
                impossible().getFirst(),
                "environment",
                "LIVE",
                "credentials",
                credentials("shop", "NO " + PLANTED, "api_key", PLANTED + "\n", "api_key", PLANTED));

        var answer = tester().document(CREATE).variable("input", input).execute();

        assertThat(answer.path("createConnector").entity(Object.class).get().toString())
                .contains("userErrors", "given twice")
                .doesNotContain("hunter2");
        assertThat(log).doesNotContain("hunter2");
    }

    @Test
    void hidesWhatWentWrongInsideBehindAnIdThatIsLogged(CapturedOutput log) {
        world.viewer.actAs(null);

        var error = errors("{ viewer { name } }", Map.of()).getFirst();

        assertThat(code(error)).isEqualTo("INTERNAL_ERROR");
        assertThat(error.getMessage())
                .startsWith("Something went wrong in Patchbay (")
                .doesNotContain("nobody is acting");
        assertThat(log).contains(error.getExtensions().get("requestId").toString(), "nobody is acting");
    }

    @Test
    void errorsInsideTheEventsOfASubscriptionHaveACodeToo() {
        var wrong = GraphqlErrorBuilder.newError()
                .errorType(ErrorType.INTERNAL_ERROR)
                .message(PLANTED)
                .build();
        var event = ExecutionResult.newExecutionResult().addError(wrong).build();
        var started = new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                ExecutionInput.newExecutionInput("subscription { any }").build(),
                ExecutionResult.newExecutionResult().data(Flux.just(event)).build()));

        Flux<ExecutionResult> events = Objects.requireNonNull(new ErrorShape()
                .intercept(anyRequest(), request -> Mono.just(started))
                .map(response -> response.<Flux<ExecutionResult>>getData())
                .block());

        var error = Objects.requireNonNull(events.blockFirst()).getErrors().getFirst();
        assertThat(error.getExtensions())
                .containsEntry("code", "INTERNAL_ERROR")
                .containsKey("requestId");
        assertThat(error.getMessage()).doesNotContain(PLANTED);
    }

    @Test
    void theErrorThatASubscriptionEndsWithNamesItsRequestToo() {
        var end = new SubscriptionPublisherException(
                List.of(GraphqlErrorBuilder.newError()
                        .errorType(ErrorType.FORBIDDEN)
                        .message("Too many")
                        .extensions(Map.of("code", "TOO_MANY_SUBSCRIPTIONS"))
                        .build()),
                null);
        var started = new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                ExecutionInput.newExecutionInput("subscription { any }").build(),
                ExecutionResult.newExecutionResult().data(Flux.error(end)).build()));

        Flux<ExecutionResult> events = Objects.requireNonNull(new ErrorShape()
                .intercept(anyRequest(), request -> Mono.just(started))
                .map(response -> response.<Flux<ExecutionResult>>getData())
                .block());

        assertThatThrownBy(events::blockLast).isInstanceOfSatisfying(SubscriptionPublisherException.class, shown -> {
            var error = shown.getErrors().getFirst();
            assertThat(error.getExtensions())
                    .containsEntry("code", "TOO_MANY_SUBSCRIPTIONS")
                    .containsKey("requestId");
            assertThat(error.toSpecification()).doesNotContainKey("locations");
        });
    }

    private static WebGraphQlRequest anyRequest() {
        var asked = new SerializableGraphQlRequest();
        asked.setQuery("subscription { any }");
        return new WebGraphQlRequest(
                URI.create("http://localhost/graphql"),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                asked,
                "1",
                Locale.ENGLISH);
    }

    @Test
    void asksToTryAgainWhereOthersWereFaster() {
        var resolver = new ErrorResolver();

        var error = resolver.resolveToSingleError(
                new Contended("the place", new IllegalStateException()), ErrorTests.anywhere());

        assertThat(error.getExtensions()).containsEntry("code", "CONFLICT_RETRY");
        assertThat(error.getMessage()).doesNotContain("the place");
    }

    @Test
    void saysWhenThereIsNoSuchOperation() {
        tester().document("query a { viewer { name } }")
                .operationName("b")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(code(errors.getFirst())).isEqualTo("GRAPHQL_VALIDATION_FAILED"));
    }

    private List<ResponseError> errors(String document, Map<String, Object> variables) {
        var request = tester().document(document);
        variables.forEach(request::variable);
        var found = new java.util.ArrayList<ResponseError>();
        request.execute().errors().satisfy(found::addAll);
        return found;
    }

    private static Object code(ResponseError error) {
        return error.getExtensions().get("code");
    }

    private static graphql.schema.DataFetchingEnvironment anywhere() {
        var field = graphql.language.Field.newField("anything").build();
        return graphql.schema.DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                .mergedField(graphql.execution.MergedField.newMergedField(field).build())
                .executionStepInfo(graphql.execution.ExecutionStepInfo.newExecutionStepInfo()
                        .type(graphql.Scalars.GraphQLString)
                        .path(graphql.execution.ResultPath.parse("/anything"))
                        .build())
                .build();
    }
}
