package io.patchbay.api.http;

import io.patchbay.api.ErrorCode;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.AbstractGraphQlHttpHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers in the form that was agreed on, with the status that GraphQL over HTTP has for it. */
@Component
class GraphQlAnswers extends AbstractGraphQlHttpHandler {

    GraphQlAnswers(WebGraphQlHandler handler) {
        super(handler, null);
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        var form = Accepted.settled(request.attributes().get(Accepted.class.getName()));
        return ServerResponse.async(response.map(answer -> answer(answer, form)).toFuture());
    }

    private static ServerResponse answer(WebGraphQlResponse response, Accepted form) {
        var status = status(response, form);
        var answer = ServerResponse.status(status)
                .headers(headers -> headers.putAll(response.getResponseHeaders()))
                .contentType(form.type());
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, "POST");
        }
        return answer.body(response.toMap());
    }

    private static HttpStatus status(WebGraphQlResponse response, Accepted form) {
        if (response.getExecutionResult().isDataPresent()) {
            return HttpStatus.OK;
        }
        if (response.getErrors().stream()
                .anyMatch(error -> ErrorCode.METHOD_NOT_ALLOWED
                        .name()
                        .equals(error.getExtensions().get("code")))) {
            return HttpStatus.METHOD_NOT_ALLOWED;
        }
        return form == Accepted.JSON ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }
}
