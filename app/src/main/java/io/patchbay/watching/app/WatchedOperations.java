package io.patchbay.watching.app;

import graphql.GraphQLError;
import io.patchbay.api.ErrorCode;
import io.patchbay.api.document.AskedOperation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Watches every GraphQL operation as a whole; Spring's own observation would watch every field. Names it by its field at the
 * root, because clients choose names of operations as they like.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WatchedOperations implements WebGraphQlInterceptor {

    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OUR_FAULT =
            Set.of(ErrorCode.INTERNAL_ERROR.name(), ErrorCode.REQUEST_TIMEOUT.name());

    private final Watch watch;

    WatchedOperations(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> {
            // A socket's headers are of the moment when it was opened.
            var watched = request instanceof WebSocketGraphQlRequest
                    ? watch.begin(Timed.GRAPHQL, "graphql")
                    : watch.begin(
                            Timed.GRAPHQL,
                            "graphql",
                            name -> request.getHeaders().getFirst(name));
            try (var _ = watched.scope()) {
                var answer = chain.next(request);
                // Fields are fetched on this thread before the future is handed out, so the scope is around them.
                return (watch.traces()
                                ? Mono.fromFuture(answer.contextWrite(context).toFuture())
                                : answer)
                        .doOnSuccess(response -> end(watched, response))
                        .doOnError(trouble -> fail(watched))
                        .doOnCancel(watched::end);
            }
        });
    }

    private void end(Watched watched, @Nullable WebGraphQlResponse response) {
        if (response != null) {
            describe(watched, response);
        }
        watched.end();
    }

    private static void fail(Watched watched) {
        watched.label("outcome", "failed").failed("failed").end();
    }

    private void describe(Watched watched, WebGraphQlResponse response) {
        var asked = AskedOperation.in(response.getExecutionInput().getGraphQLContext());
        if (asked != null) {
            watched.label("kind", asked.kind()).label("field", asked.field()).named(asked.kind() + " " + asked.field());
        }
        var outcome = "ok";
        for (var error : response.getExecutionResult().getErrors()) {
            var code = code(error);
            watch.error(code);
            if (OUR_FAULT.contains(code)) {
                outcome = "failed";
                watched.failed(code);
            } else if (outcome.equals("ok")) {
                outcome = "refused";
            }
        }
        watched.label("outcome", outcome);
    }

    private static String code(GraphQLError error) {
        var code = error.getExtensions() == null ? null : error.getExtensions().get("code");
        return code != null && CODES.contains(code.toString()) ? code.toString() : "none";
    }
}
