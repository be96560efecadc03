package io.patchbay.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Deadline;
import io.patchbay.shared.DeadlinePassed;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
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

    /** A statement was cancelled; a transaction goes no further after that; the connection was shut. */
    private static final Set<String> STOPPED = Set.of("57014", "25P02", "08003", "08006");

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable problem, DataFetchingEnvironment environment) {
        return resolved(problem, environment);
    }

    /** @param environment null: it is no field's but a whole subscription's */
    static @Nullable GraphQLError resolved(Throwable problem, @Nullable DataFetchingEnvironment environment) {
        var deadline = Deadline.current();
        if (deadline != null && deadline.isPassed() && wasStopped(problem)) {
            return tooLate(environment, deadline);
        }
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

    private static boolean wasStopped(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeadlinePassed
                    || cause instanceof SQLException sql && STOPPED.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static GraphQLError tooLate(@Nullable DataFetchingEnvironment environment, Deadline deadline) {
        return error(
                        environment,
                        ErrorType.BAD_REQUEST,
                        ErrorCode.REQUEST_TIMEOUT,
                        "This took longer than %s s and was given up: ask for less at once, or narrow it by a filter"
                                .formatted(deadline.limit().toSeconds()))
                .extensions(Map.of(
                        "code",
                        ErrorCode.REQUEST_TIMEOUT.name(),
                        "limit",
                        deadline.limit().toSeconds()))
                .build();
    }

    private static String message(BadArgument bad) {
        return "Argument \"" + bad.argument() + "\": " + bad.getMessage();
    }

    private static GraphqlErrorBuilder<?> error(
            @Nullable DataFetchingEnvironment environment, ErrorType type, ErrorCode code, String message) {
        return (environment == null ? GraphqlErrorBuilder.newError() : GraphqlErrorBuilder.newError(environment))
                .errorType(type)
                .message(message)
                .extensions(Map.of("code", code.name()));
    }
}
