package io.patchbay.app;

import io.patchbay.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Who may read the metrics: whoever has the token that the owner has set for it, and nobody where there is none. They are of
 * all companies together, so no login and no API token opens them.
 */
@Component
class MetricsDoor implements AuthenticationEntryPoint {

    static final String PATH = "/actuator/prometheus";

    static final String SETTING = "PATCHBAY_METRICS_TOKEN";
    private static final int SHORTEST = 16;

    private final @Nullable Secret token;

    MetricsDoor(Environment settings) {
        var text = settings.getProperty(SETTING, "").strip();
        if (!text.isEmpty() && text.length() < SHORTEST) {
            throw new UnusableSettingException(SETTING + " has at least " + SHORTEST + " characters");
        }
        this.token = text.isEmpty() ? null : new Secret(text);
    }

    /** Whether this request shows the token. */
    boolean opens(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && authorization != null
                && ApiTokenFilter.token(authorization)
                        .filter(shown -> MessageDigest.isEqual(bytes(shown), bytes(token)))
                        .isPresent();
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        if (token == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.getWriter().println("There are no metrics here as long as " + SETTING + " is not set.");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Patchbay metrics\"");
            response.getWriter().println("Send Authorization: Bearer <" + SETTING + ">.");
        }
    }

    private static byte[] bytes(Secret secret) {
        return secret.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
