package io.patchbay.idempotency.api;

import java.util.List;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands the header on to where mutations are executed. */
@Component
class IdempotencyHeader implements WebGraphQlInterceptor {

    static final String NAME = "Idempotency-Key";

    /** What the header says, whatever it is worth. */
    record Given(List<String> values) {}

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var values = request.getHeaders().getOrEmpty(NAME);
        if (!values.isEmpty()) {
            request.configureExecutionInput((input, builder) -> {
                input.getGraphQLContext().put(Given.class, new Given(values));
                return input;
            });
        }
        return chain.next(request);
    }
}
