package io.patchbay.idempotency.api;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import io.patchbay.api.ErrorCode;
import io.patchbay.api.Payload;
import io.patchbay.idempotency.IdempotencyKey;
import io.patchbay.idempotency.KeyInUse;
import io.patchbay.idempotency.RepeatableRequests;
import io.patchbay.idempotency.RepeatableRequests.Reply;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;

/**
 * Executes mutations. One that comes with a key is executed in the same transaction in which its answer is kept, the answer's
 * fields included; where it was executed before, it is answered with what was kept.
 */
final class RepeatableMutations extends AsyncSerialExecutionStrategy {

    /** The directive of fields that wait for third parties: no transaction is held meanwhile. */
    static final String WAITS = "waits";

    private static final Logger LOG = LoggerFactory.getLogger(RepeatableMutations.class);

    private final RepeatableRequests requests;
    private final RequestText text;

    RepeatableMutations(RepeatableRequests requests, RequestText text, DataFetcherExceptionHandler problems) {
        super(new NotingContention(problems));
        this.requests = requests;
        this.text = text;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext execution, ExecutionStrategyParameters parameters) {
        IdempotencyHeader.Given given = execution.getGraphQLContext().get(IdempotencyHeader.Given.class);
        if (given == null) {
            return super.execute(execution, parameters);
        }
        var mutations = parameters.getFields().getSubFieldsList().stream()
                .filter(field -> !field.getName().startsWith("__"))
                .toList();
        if (mutations.size() != 1) {
            return refused(
                    ErrorCode.IDEMPOTENCY_KEY_NEEDS_ONE_MUTATION,
                    "An Idempotency-Key is for one mutation; send each in a document of its own");
        }
        var mutation = mutations.getFirst();
        if (waits(execution, mutation)) {
            return super.execute(execution, parameters);
        }
        return key(given)
                .map(key -> once(key, mutation, execution, parameters))
                .orElseGet(() -> refused(
                        ErrorCode.IDEMPOTENCY_KEY_INVALID,
                        "Send one Idempotency-Key of 1 to 128 visible ASCII characters, with or without quotes"));
    }

    /** Remembers what came of a mutation, for {@link Attempt}. Fields below it belong to the strategy of queries. */
    @Override
    protected Object completeValueForObject(
            ExecutionContext execution,
            ExecutionStrategyParameters parameters,
            GraphQLObjectType resolvedObjectType,
            Object result) {
        if (result instanceof Payload payload) {
            execution.getGraphQLContext().put(Payload.class, payload);
        }
        return super.completeValueForObject(execution, parameters, resolvedObjectType, result);
    }

    private CompletableFuture<ExecutionResult> once(
            IdempotencyKey key,
            MergedField mutation,
            ExecutionContext execution,
            ExecutionStrategyParameters parameters) {
        var attempt = new Attempt(execution, fresh -> super.execute(fresh, parameters));
        try {
            return switch (requests.once(key, mutation.getName(), text.fingerprint(execution), attempt::run)) {
                case Outcome.Refused<Reply> ruleSaidNo -> completedFuture(attempt.result());
                case Outcome.Done<Reply>(Reply.Done()) -> completedFuture(attempt.result());
                case Outcome.Done<Reply>(Reply.Repeated(var answer)) -> completedFuture(repeated(answer));
                case Outcome.Done<Reply>(Reply.OtherRequest()) ->
                    refused(
                            ErrorCode.IDEMPOTENCY_KEY_REUSED,
                            "This Idempotency-Key belongs to another request; make a new one for each");
            };
        } catch (KeyInUse inUse) {
            return refused(
                    ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                    "The first request with this Idempotency-Key is still being answered; send this one again in a moment");
        } catch (Attempt.Failed | Contended notDone) {
            return completedFuture(attempt.resultWithoutData());
        } catch (RuntimeException unexpected) {
            LOG.error("A mutation with an Idempotency-Key was not done", unexpected);
            return failed(GraphqlErrorBuilder.newError()
                    .errorType(ErrorType.INTERNAL_ERROR)
                    .message("Not done"));
        }
    }

    private static boolean waits(ExecutionContext execution, MergedField mutation) {
        return execution
                .getGraphQLSchema()
                .getMutationType()
                .getFieldDefinition(mutation.getName())
                .hasAppliedDirective(WAITS);
    }

    private static Optional<IdempotencyKey> key(IdempotencyHeader.Given given) {
        return given.values().size() == 1 ? IdempotencyKey.parse(given.values().getFirst()) : Optional.empty();
    }

    private static ExecutionResult repeated(String answer) {
        return ExecutionResultImpl.newExecutionResult()
                .data(AnswerText.read(answer))
                .extensions(Map.of("idempotency", Map.of("repeated", true)))
                .build();
    }

    private static CompletableFuture<ExecutionResult> refused(ErrorCode code, String message) {
        return failed(GraphqlErrorBuilder.newError()
                .errorType(ErrorType.BAD_REQUEST)
                .message(message)
                .extensions(Map.of("code", code.name())));
    }

    private static CompletableFuture<ExecutionResult> failed(GraphqlErrorBuilder<?> error) {
        return completedFuture(ExecutionResultImpl.newExecutionResult()
                .errors(List.of(error.build()))
                .build());
    }
}
