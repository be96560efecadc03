package io.patchbay.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.UnknownOperationException;
import graphql.validation.ValidationError;
import io.patchbay.shared.RequestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives every GraphQL error a code and the id of its request, and takes out of its text what a client must not see: what went
 * on inside, and values that were sent.
 */
@Component
class ErrorShape implements WebGraphQlInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorShape.class);

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        // Asked here, because the answer may come on another thread.
        var id = RequestId.currentOrOwn();
        return chain.next(request).map(response -> shaped(response, id)).doOnError(fault -> log(request, id, fault));
    }

    private static WebGraphQlResponse shaped(WebGraphQlResponse response, RequestId id) {
        // Of a subscription the errors are in what comes later.
        if (response.getExecutionResult().getData() instanceof Publisher<?> events) {
            return response.transform(builder -> builder.data(Flux.from(events)
                    .map(event -> event instanceof ExecutionResult result ? shaped(result, id) : event)
                    .onErrorMap(SubscriptionPublisherException.class, end -> shaped(end, id))));
        }
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(builder -> builder.errors(
                        errors.stream().map(error -> shaped(error, id)).toList()));
    }

    /** By HTTP, whoever answers it logs it too. */
    private static void log(WebGraphQlRequest request, RequestId id, Throwable fault) {
        if (request instanceof WebSocketGraphQlRequest) {
            LOG.error("GraphQL request {} went wrong", id, fault);
        }
    }

    private static SubscriptionPublisherException shaped(SubscriptionPublisherException end, RequestId id) {
        return new SubscriptionPublisherException(
                end.getErrors().stream().map(error -> shaped(error, id)).toList(), end);
    }

    private static ExecutionResult shaped(ExecutionResult event, RequestId id) {
        return event.getErrors().isEmpty()
                ? event
                : event.transform(builder -> builder.errors(event.getErrors().stream()
                        .map(error -> shaped(error, id))
                        .toList()));
    }

    private static GraphQLError shaped(GraphQLError error, RequestId id) {
        var coded =
                error.getExtensions() != null && error.getExtensions().containsKey("code") ? error : coded(error, id);
        var extensions = new LinkedHashMap<>(coded.getExtensions());
        extensions.put("requestId", id.value());
        return GraphqlErrorBuilder.newError()
                .errorType(coded.getErrorType())
                .message("%s", coded.getMessage())
                .path(coded.getPath())
                // A list without a place in it is none.
                .locations(coded.getLocations() == null || coded.getLocations().isEmpty() ? null : coded.getLocations())
                .extensions(extensions)
                .build();
    }

    private static GraphQLError coded(GraphQLError error, RequestId id) {
        return switch (error.getErrorType()) {
            case graphql.ErrorType.InvalidSyntax ->
                with(error, ErrorCode.GRAPHQL_PARSE_FAILED, "Invalid syntax" + place(error));
            case graphql.ErrorType.ValidationError -> misfit(error);
            case graphql.ErrorType.OperationNotSupported, graphql.ErrorType.ExecutionAborted ->
                with(error, ErrorCode.GRAPHQL_VALIDATION_FAILED, error.getMessage());
            case ErrorType.UNAUTHORIZED -> with(error, ErrorCode.UNAUTHORIZED, "Log in, or send an API token");
            case ErrorType.FORBIDDEN -> with(error, ErrorCode.FORBIDDEN, "You may not do this");
            default -> internal(error, id);
        };
    }

    /** graphql-java says "validation error" of documents and of variables alike. */
    private static GraphQLError misfit(GraphQLError error) {
        return switch (error) {
            case ValidationError document ->
                with(document, ErrorCode.GRAPHQL_VALIDATION_FAILED, HarmlessText.ofDocument(document.getMessage()));
            case UnknownOperationException document ->
                with(document, ErrorCode.GRAPHQL_VALIDATION_FAILED, "There is no such operation in the document");
            default -> with(error, ErrorCode.BAD_USER_INPUT, HarmlessText.ofVariable(error.getMessage()));
        };
    }

    private static String place(GraphQLError error) {
        return error.getLocations() == null || error.getLocations().isEmpty()
                ? ""
                : " at line " + error.getLocations().getFirst().getLine() + ", column "
                        + error.getLocations().getFirst().getColumn();
    }

    private static GraphQLError internal(GraphQLError error, RequestId id) {
        LOG.error("GraphQL request {} went wrong at {}", id, error.getPath());
        return GraphqlErrorBuilder.newError()
                .errorType(ErrorType.INTERNAL_ERROR)
                .message("Something went wrong in Patchbay (%s)", id)
                .path(error.getPath())
                .locations(error.getLocations())
                .extensions(Map.of("code", ErrorCode.INTERNAL_ERROR.name()))
                .build();
    }

    private static GraphQLError with(GraphQLError error, ErrorCode code, String message) {
        return GraphqlErrorBuilder.newError()
                .errorType(error.getErrorType())
                .message("%s", message)
                .path(error.getPath())
                .locations(error.getLocations())
                .extensions(Map.of("code", code.name()))
                .build();
    }
}
