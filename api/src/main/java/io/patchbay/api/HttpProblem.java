package io.patchbay.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers GraphQL requests that never become GraphQL in the form that GraphQL clients read: an errors array. */
final class HttpProblem {

    private static final String PATH = "/graphql";

    private HttpProblem() {}

    static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + PATH);
    }

    /** Writes an answer of fixed words; {@code message} holds nothing that JSON would have to escape. */
    static void write(HttpServletResponse response, HttpStatus status, ErrorCode code, String message)
            throws IOException {
        var body = "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}";
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
