package io.patchbay.idempotency.api;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.ExecutionContext;
import io.patchbay.api.Payload;
import io.patchbay.api.ShownOnce;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Outcome;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One mutation within a transaction, which may have to be executed again from the start. Not thread-safe. */
final class Attempt {

    private final ExecutionContext execution;
    private final Function<ExecutionContext, CompletableFuture<ExecutionResult>> mutation;
    private @Nullable ExecutionResult result;

    Attempt(ExecutionContext execution, Function<ExecutionContext, CompletableFuture<ExecutionResult>> mutation) {
        this.execution = execution;
        this.mutation = mutation;
    }

    /** Something went wrong that is told in the result; nothing may be kept of what was done. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /**
     * Executes it, and gives the answer to keep.
     *
     * @throws Contended where somebody else was faster
     * @throws Failed where the result holds errors
     */
    Outcome<String> run() {
        var context = execution.getGraphQLContext();
        context.delete(Contended.class).delete(Payload.class).delete(ShownOnce.class);
        // Everything is in memory or asked of the database on this thread, so there is nothing to wait for.
        var now = mutation.apply(execution.transform(builder -> builder.resetErrors()))
                .join();
        result = now;
        Contended contended = context.get(Contended.class);
        if (contended != null) {
            throw contended;
        }
        if (!now.getErrors().isEmpty()) {
            throw new Failed();
        }
        Payload payload = context.get(Payload.class);
        if (payload == null) {
            throw new IllegalStateException("What came of a mutation is no Payload");
        }
        return payload.userErrors().isEmpty()
                ? Outcome.done(AnswerText.write(ShownOnce.without(context, Objects.requireNonNull(now.getData()))))
                : new Outcome.Refused<>(payload.userErrors());
    }

    /** What the client is to see of the last time. */
    ExecutionResult result() {
        return Objects.requireNonNull(result);
    }

    /** The same, where the transaction was rolled back: whatever the data says was done, was not. */
    ExecutionResult resultWithoutData() {
        return ExecutionResultImpl.newExecutionResult()
                .data(null)
                .errors(result().getErrors())
                .build();
    }
}
