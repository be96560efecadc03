package io.patchbay.app;

import io.patchbay.identity.ApiAccess;
import io.patchbay.proxy.api.ProxyErrors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in by their API token, and nobody by anything else. What they ask of systems is bounded by the systems'
 * limits, not counted here; only whoever shows wrong tokens uses up the budget of the address.
 */
final class ProxyDoor extends OncePerRequestFilter {

    private final ApiAccess access;
    private final Budgets guesses;

    ProxyDoor(ApiAccess access, Budgets guesses) {
        this.access = access;
        this.guesses = guesses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(ApiTokenFilter::token)
                .flatMap(access::authenticate);
        if (token.isPresent()) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ProgramAuthentication(token.get()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var probe = guesses.use(Network.of(request.getRemoteAddr()));
        if (probe.isConsumed()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Patchbay\"");
            ProxyErrors.write(
                    response,
                    HttpStatus.UNAUTHORIZED.value(),
                    "UNAUTHORIZED",
                    "Send Authorization: Bearer <api token>; a login does not count here",
                    null);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            ProxyErrors.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    "RATE_LIMITED",
                    "Too many wrong API tokens came from this address; wait a minute",
                    null);
        }
    }
}
