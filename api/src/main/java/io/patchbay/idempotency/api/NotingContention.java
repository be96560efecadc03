package io.patchbay.idempotency.api;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.patchbay.shared.Contended;
import java.util.concurrent.CompletableFuture;

/** Remembers that somebody else was faster, which afterwards is only text in an error. */
record NotingContention(DataFetcherExceptionHandler next) implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        if (parameters.getException() instanceof Contended contended) {
            parameters.getDataFetchingEnvironment().getGraphQlContext().put(Contended.class, contended);
        }
        return next.handleException(parameters);
    }
}
