package io.patchbay.app;

import io.patchbay.identity.ApiAccess;
import io.patchbay.shared.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in by {@code Authorization: Bearer <api token>}. Without that header the browser's login may do, but only as
 * no form, no link and no foreign page can ask: with a header of ours and by POST only as JSON, or for a WebSocket from a page
 * of ours. A wrong token never falls back to the login.
 */
final class ApiTokenFilter extends OncePerRequestFilter {

    /** Any value will do; a form cannot send it, and a foreign page only after a CORS preflight that is refused. */
    static final String CLIENT_HEADER = "X-Patchbay-Client";

    private static final String BEARER = "bearer ";

    private final ApiAccess access;
    private final SocketDoor sockets;

    ApiTokenFilter(ApiAccess access, SocketDoor sockets) {
        this.access = access;
        this.sockets = sockets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            var context = SecurityContextHolder.createEmptyContext();
            token(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .flatMap(access::authenticate)
                    .ifPresent(token -> context.setAuthentication(new ProgramAuthentication(token)));
            SecurityContextHolder.setContext(context);
        } else if (!askedOnPurpose(request) && !sockets.askedByOurPage(request)) {
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
        chain.doFilter(request, response);
    }

    /** The API token in what somebody sent as {@code Authorization}. */
    static Optional<Secret> token(String authorization) {
        return Optional.of(authorization)
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> new Secret(header.substring(BEARER.length()).strip()))
                .filter(secret -> !secret.isEmpty());
    }

    private static boolean askedOnPurpose(HttpServletRequest request) {
        return request.getHeader(CLIENT_HEADER) != null
                && (HttpMethod.GET.matches(request.getMethod()) || isJson(request.getContentType()));
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException notAType) {
            return false;
        }
    }
}
