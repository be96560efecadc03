package io.patchbay.proxy.api;

import io.patchbay.proxy.ProxyProblem;
import io.patchbay.shared.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers of Patchbay's own, in the form of GraphQL's errors, with a header that no system's answer has. */
public final class ProxyErrors {

    /** Holds the code, so that a program can tell Patchbay's answers from the system's. */
    public static final String HEADER = "Patchbay-Error";

    private static final String REQUEST_ID = "X-Request-Id";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProxyErrors() {}

    /** The body. */
    public static byte[] body(String code, String message, @Nullable String reason) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", code);
        if (reason != null) {
            extensions.put("reason", reason);
        }
        // None yet where the server itself refuses what is no request.
        var id = RequestId.current();
        if (id != null) {
            extensions.put("requestId", id.value());
        }
        return JSON.writeValueAsBytes(Map.of("errors", List.of(Map.of("message", message, "extensions", extensions))));
    }

    /** Writes the whole answer. */
    public static void write(HttpServletResponse response, ProxyProblem problem) throws IOException {
        if (!problem.allowed().isEmpty()) {
            response.setHeader("Allow", String.join(", ", problem.allowed()));
        }
        var wait = problem.retryAfter();
        if (wait != null) {
            response.setHeader(
                    "Retry-After",
                    Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        var reason = problem.reason();
        write(
                response,
                problem.code().status(),
                problem.code().name(),
                problem.message(),
                reason == null ? null : reason.name());
    }

    /** Writes the whole answer in the place of one that was prepared, of which nothing is left. */
    static void writeInstead(HttpServletResponse response, ProxyProblem problem) throws IOException {
        var id = response.getHeader(REQUEST_ID);
        response.reset();
        if (id != null) {
            response.setHeader(REQUEST_ID, id);
        }
        write(response, problem);
    }

    /** Writes an answer that says why nobody was let in. */
    public static void write(
            HttpServletResponse response, int status, String code, String message, @Nullable String reason)
            throws IOException {
        var body = body(code, message, reason);
        response.setStatus(status);
        response.setHeader(HEADER, code);
        response.setHeader("Cache-Control", "no-store");
        AnswerHeaders.protect(response);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
