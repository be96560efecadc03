package io.patchbay.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Goes wrong where a test asks for it, as looking a token up does while the database is away. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class FaultyFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Test-Fault";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HEADER) != null) {
            throw new IllegalStateException("planted: " + request.getHeader(HEADER));
        }
        chain.doFilter(request, response);
    }
}
