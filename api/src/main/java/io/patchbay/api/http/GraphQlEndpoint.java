package io.patchbay.api.http;

import io.patchbay.api.document.Transport;
import jakarta.servlet.ServletException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The one address of the API. Spring's own route for it comes later and is never asked: it knows no GET. */
@Configuration(proxyBeanMethods = false)
class GraphQlEndpoint {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphQlOverHttp(GraphQlAnswers answers, GraphQlSseHandler events) {
        return RouterFunctions.route(
                RequestPredicates.path(HttpProblem.PATH), request -> answer(request, answers, events));
    }

    private static ServerResponse answer(ServerRequest request, GraphQlAnswers answers, GraphQlSseHandler events)
            throws ServletException {
        requireReadableMethod(request);
        var form = Accepted.by(request);
        request.attributes().put(Accepted.class.getName(), form);
        if (request.method() == HttpMethod.POST) {
            requireJson(request);
        }
        if (form == Accepted.EVENT_STREAM) {
            note(request, Transport.EVENT_STREAM);
            return events.handleRequest(request);
        }
        if (request.method() == HttpMethod.GET) {
            note(request, Transport.GET);
        }
        return answers.handleRequest(request);
    }

    private static void note(ServerRequest request, Transport transport) {
        request.attributes().put(Transport.class.getName(), transport);
    }

    private static void requireReadableMethod(ServerRequest request) {
        if (request.method() != HttpMethod.POST && request.method() != HttpMethod.GET) {
            throw NotGraphQl.methodNotAllowed();
        }
    }

    private static void requireJson(ServerRequest request) {
        try {
            var type = request.headers().contentType();
            if (type.isEmpty() || !type.get().equalsTypeAndSubtype(MediaType.APPLICATION_JSON) || !isUtf8(type.get())) {
                throw NotGraphQl.unsupportedMediaType();
            }
        } catch (InvalidMediaTypeException noType) {
            throw NotGraphQl.unsupportedMediaType();
        }
    }

    private static boolean isUtf8(MediaType type) {
        var charset = type.getParameter("charset");
        return charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
    }
}
