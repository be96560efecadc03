package io.patchbay.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers GraphQL requests that fail before anybody looks for GraphQL in them, such as while their token is looked up. The
 * server would make a page of it, or let its security refuse the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class UnforeseenFaults extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException fault) {
            if (!HttpProblem.concerns(request)
                    || response.isCommitted()
                    || DisconnectedClientHelper.isClientDisconnectedException(fault)) {
                throw fault;
            }
            response.resetBuffer();
            HttpErrorResolver.internal(request, response, fault);
        }
    }
}
