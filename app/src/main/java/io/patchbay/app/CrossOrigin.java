package io.patchbay.app;

import io.patchbay.shared.RequestId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Whose pages may call the API from a browser: with a token and never with the login's cookie. None unless the owner says so.
 *
 * @param corsOrigins such as {@code https://shop.example.com}; {@code *} for all
 */
@ConfigurationProperties("patchbay")
record CrossOrigin(List<String> corsOrigins) {

    CrossOrigin {
        corsOrigins = List.copyOf(corsOrigins);
        corsOrigins.forEach(CrossOrigin::requireOrigin);
    }

    /** What looks at each request of a page, and answers the browser's questions; empty where nobody else's page may ask. */
    Optional<CorsFilter> filter() {
        if (corsOrigins.isEmpty()) {
            return Optional.empty();
        }
        // A WebSocket's handshake is looked at by SocketDoor, which knows Patchbay's own pages by their public address
        // too.
        var allowed = allowed();
        var filter = new CorsFilter(request -> SocketDoor.asked(request) ? null : allowed);
        filter.setCorsProcessor(new CodedRefusal());
        return Optional.of(filter);
    }

    private CorsConfiguration allowed() {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(corsOrigins);
        allowed.setAllowedMethods(List.of("GET", "POST"));
        // X-Patchbay-Client is not among them: it is what the login's cookie asks for.
        allowed.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                "Idempotency-Key",
                "X-Request-Id",
                "traceparent",
                "tracestate"));
        allowed.setExposedHeaders(List.of(
                HttpHeaders.RETRY_AFTER, "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Request-Id"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }

    /** Refuses as everything at the API is refused: in JSON and with a code. */
    private static final class CodedRefusal extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            response.getBody().write("""
                    {"errors":[{"message":"A page of another origin may not ask this; the operator names those that may in PATCHBAY_CORS_ORIGINS",\
                    "extensions":{"code":"FORBIDDEN","requestId":"%s"}}]}""".formatted(RequestId.currentOrOwn()).getBytes(StandardCharsets.UTF_8));
            response.flush();
        }
    }

    private static void requireOrigin(String origin) {
        if (!origin.equals("*") && !isOrigin(origin)) {
            throw new UnusableSettingException(
                    "PATCHBAY_CORS_ORIGINS holds origins such as https://shop.example.com, without a path, not \""
                            + origin + "\"");
        }
    }

    private static boolean isOrigin(String origin) {
        try {
            var address = URI.create(origin);
            return origin.matches("https?:.*")
                    && origin.equals(address.getScheme() + "://" + address.getAuthority())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
