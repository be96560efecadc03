package io.patchbay.watching.app;

import graphql.execution.ExecutionId;
import io.patchbay.shared.RequestId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets GraphQL name what goes wrong by the id of the request. Over a WebSocket, where one HTTP request carries many
 * operations, each has an id of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperationIds implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> {
            var id = RequestId.currentOrOwn();
            request.executionId(ExecutionId.from(id.value()));
            if (id.equals(RequestId.current())) {
                return chain.next(request);
            }
            // Answered on this thread before the future is handed out, so the mark is on their thread.
            try (var _ = Marked.with(id)) {
                return Mono.fromFuture(chain.next(request).contextWrite(context).toFuture());
            }
        });
    }
}
