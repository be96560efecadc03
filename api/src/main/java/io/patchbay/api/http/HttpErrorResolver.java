package io.patchbay.api.http;

import io.patchbay.api.ErrorCode;
import io.patchbay.shared.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers requests to {@code /graphql} that hold no GraphQL: broken JSON, no query, another content type. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpErrorResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(HttpErrorResolver.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (!HttpProblem.concerns(request)) {
            return null;
        }
        // Nobody is left to be answered, and nothing went wrong here.
        if (DisconnectedClientHelper.isClientDisconnectedException(problem)) {
            return new ModelAndView();
        }
        try {
            answer(request, response, problem);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        switch (problem) {
            case NotGraphQl wrong -> refuse(request, response, wrong);
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                refuse(request, response, NotGraphQl.badRequest(HttpProblem.SEND_AN_OBJECT));
            default -> internal(request, response, problem);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, NotGraphQl wrong)
            throws IOException {
        if (wrong.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, "GET, POST");
        }
        if (wrong.status() == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        HttpProblem.write(request, response, wrong.status(), wrong.code(), wrong.sentence(), wrong.facts());
    }

    static void internal(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        var id = RequestId.currentOrOwn();
        LOG.error("HTTP request {} to /graphql went wrong", id, problem);
        HttpProblem.write(
                request,
                response,
                HttpStatus.INTERNAL_SERVER_ERROR,
                ErrorCode.INTERNAL_ERROR,
                "Something went wrong in Patchbay (" + id + ")",
                Map.of());
    }
}
