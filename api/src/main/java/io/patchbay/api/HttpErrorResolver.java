package io.patchbay.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConversionException;
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
            answer(response, problem);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void answer(HttpServletResponse response, Exception problem) throws IOException {
        switch (status(problem)) {
            case UNSUPPORTED_MEDIA_TYPE ->
                HttpProblem.write(
                        response,
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Send application/json");
            case HttpStatus status
            when status.is4xxClientError() ->
                HttpProblem.write(response, status, ErrorCode.BAD_REQUEST, HttpProblem.SEND_AN_OBJECT);
            default -> internal(response, problem);
        }
    }

    private static HttpStatus status(Exception problem) {
        return switch (problem) {
            case ErrorResponse known -> HttpStatus.valueOf(known.getStatusCode().value());
            case HttpMessageConversionException unreadable -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static void internal(HttpServletResponse response, Exception problem) throws IOException {
        var id = UUID.randomUUID();
        LOG.error("HTTP request {} to /graphql went wrong", id, problem);
        HttpProblem.write(
                response,
                HttpStatus.INTERNAL_SERVER_ERROR,
                ErrorCode.INTERNAL_ERROR,
                "Something went wrong in Patchbay (" + id + ")");
    }
}
