package io.patchbay.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CorsConfigurer;
import org.springframework.web.cors.CorsConfiguration;

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

    void configure(CorsConfigurer<HttpSecurity> cors) {
        if (corsOrigins.isEmpty()) {
            cors.disable();
            return;
        }
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(corsOrigins);
        allowed.setAllowedMethods(List.of("GET", "POST"));
        // X-Patchbay-Client is not among them: it is what the login's cookie asks for.
        allowed.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Idempotency-Key"));
        allowed.setExposedHeaders(
                List.of(HttpHeaders.RETRY_AFTER, "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        // A WebSocket's handshake is looked at by SocketDoor, which knows Patchbay's own pages by their public address
        // too.
        cors.configurationSource(request -> SocketDoor.asked(request) ? null : allowed);
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
