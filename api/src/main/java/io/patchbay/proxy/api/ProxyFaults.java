package io.patchbay.proxy.api;

import io.patchbay.proxy.ProxyCode;
import io.patchbay.proxy.ProxyProblem;
import io.patchbay.shared.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers what fails in Patchbay itself, such as while the database is away: without it a program would take the server's page
 * for the system's answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class ProxyFaults extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyFaults.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(ProxyAddress.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException fault) {
            // What has begun is cut off by the server.
            if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(fault)) {
                throw fault;
            }
            var id = RequestId.currentOrOwn();
            LOG.error("Request {} through the proxy went wrong", id, fault);
            ProxyErrors.writeInstead(
                    response,
                    ProxyProblem.of(ProxyCode.INTERNAL_ERROR, "Something went wrong in Patchbay (" + id + ")"));
        }
    }
}
