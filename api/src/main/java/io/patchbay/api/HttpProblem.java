package io.patchbay.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.UrlPathHelper;

/** Answers GraphQL requests that never become GraphQL in the form that GraphQL clients read: an errors array. */
final class HttpProblem {

    static final String SEND_AN_OBJECT = "Send a JSON object with query and variables";

    private static final String PATH = "/graphql";

    private HttpProblem() {}

    /** Whether this goes to the GraphQL endpoint, however its address is written. */
    static boolean concerns(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).equals(PATH);
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
