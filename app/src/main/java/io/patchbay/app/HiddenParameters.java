package io.patchbay.app;

import io.patchbay.shared.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the parameters off requests whose parameters are secrets, before anything sees them that may print addresses: codes,
 * states and one-time keys.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HiddenParameters extends OncePerRequestFilter {

    private static final String ATTRIBUTE = HiddenParameters.class.getName();

    /** Those of the request, unless some parameter was given twice: then it is nobody's honest request. */
    @SuppressWarnings("unchecked")
    static Map<String, Secret> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Map<?, ?> parameters
                ? (Map<String, Secret>) parameters
                : Map.of();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + AuthorizationEndpoint.PATH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, parameters(request));
        chain.doFilter(new WithoutParameters(request), response);
    }

    private static Map<String, Secret> parameters(HttpServletRequest request) {
        var parameters = new HashMap<String, Secret>();
        for (var parameter : request.getParameterMap().entrySet()) {
            if (parameter.getValue().length != 1) {
                return Map.of();
            }
            parameters.put(parameter.getKey(), new Secret(parameter.getValue()[0]));
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static final class WithoutParameters extends HttpServletRequestWrapper {

        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
