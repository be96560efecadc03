package io.patchbay.api.document;

import java.util.LinkedHashMap;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says beside each request how it came, and beside its answer what it cost, where that was asked. */
@Component
class RequestTerms implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var transport = transport(request);
        if (transport != Transport.POST) {
            request.configureExecutionInput(
                    (input, builder) -> builder.graphQLContext(context -> context.of(Transport.class, transport))
                            .build());
        }
        var answer = chain.next(request);
        return Boolean.TRUE.equals(request.getExtensions().get("cost")) ? answer.map(RequestTerms::withCost) : answer;
    }

    private static Transport transport(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest
                ? Transport.WEB_SOCKET
                : request.getAttributes().get(Transport.class.getName()) instanceof Transport noted
                        ? noted
                        : Transport.POST;
    }

    private static WebGraphQlResponse withCost(WebGraphQlResponse response) {
        var cost = AskedCost.in(response.getExecutionInput().getGraphQLContext());
        if (cost == null) {
            return response;
        }
        var extensions = new LinkedHashMap<>(response.getExtensions());
        extensions.put("cost", cost.shown());
        return response.transform(builder -> builder.extensions(extensions));
    }
}
