package io.patchbay.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.patchbay.shared.Contended;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/**
 * Says what is wrong where the client can do something about it. Everything else is left to the framework, which logs it
 * under the id that {@link ErrorShape} shows.
 */
@Component
class ErrorResolver extends DataFetcherExceptionResolverAdapter {

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable problem, DataFetchingEnvironment environment) {
        return switch (problem) {
            case BadArgument bad ->
                error(environment, ErrorType.BAD_REQUEST, ErrorCode.BAD_USER_INPUT, message(bad))
                        .extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name(), "argument", bad.argument()))
                        .build();
            case Contended contended ->
                error(
                                environment,
                                ErrorType.INTERNAL_ERROR,
                                ErrorCode.CONFLICT_RETRY,
                                "Others were changing the same things; nothing was done, try again")
                        .build();
            // Its own text repeats the values, and one of them may be a secret.
            case BindException unbound ->
                error(environment, ErrorType.BAD_REQUEST, ErrorCode.BAD_USER_INPUT, "The arguments could not be read")
                        .build();
            default -> null;
        };
    }

    private static String message(BadArgument bad) {
        return "Argument \"" + bad.argument() + "\": " + bad.getMessage();
    }

    private static GraphqlErrorBuilder<?> error(
            DataFetchingEnvironment environment, ErrorType type, ErrorCode code, String message) {
        return GraphqlErrorBuilder.newError(environment)
                .errorType(type)
                .message(message)
                .extensions(Map.of("code", code.name()));
    }
}
