package io.patchbay.api.http;

import io.patchbay.api.ErrorCode;
import io.patchbay.shared.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.UrlPathHelper;

/** Answers GraphQL requests that never become GraphQL in the form that GraphQL clients read: an errors array. */
final class HttpProblem {

    static final String SEND_AN_OBJECT = "Send a JSON object with query and variables";

    static final String PATH = "/graphql";

    private HttpProblem() {}

    /** Whether this goes to the GraphQL endpoint, however its address is written. */
    static boolean concerns(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).equals(PATH);
    }

    /**
     * Writes an answer of fixed words; the message holds nothing that JSON would have to escape.
     *
     * @param facts numbers beside the code
     */
    static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            ErrorCode code,
            String message,
            Map<String, Long> facts)
            throws IOException {
        var extensions = new StringBuilder("{\"code\":\"").append(code).append('"');
        facts.forEach((name, number) ->
                extensions.append(",\"").append(name).append("\":").append(number));
        extensions.append(",\"requestId\":\"").append(RequestId.currentOrOwn()).append('"');
        var body = "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":" + extensions + "}}]}";
        response.setStatus(status.value());
        response.setContentType(type(request).toString());
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static MediaType type(HttpServletRequest request) {
        var form = Accepted.settled(request.getAttribute(Accepted.class.getName()));
        return form == Accepted.GRAPHQL_RESPONSE ? form.type() : MediaType.APPLICATION_JSON;
    }
}
