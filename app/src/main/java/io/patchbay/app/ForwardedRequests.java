package io.patchbay.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes forwarding headers from trusted proxies and removes them from everybody else's requests. Notes whether the visitor
 * sits at this machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ForwardedRequests extends OncePerRequestFilter {

    /** Request attribute: {@code true} where the visitor came over loopback by a loopback name, through no proxy. */
    static final String AT_THE_MACHINE = ForwardedRequests.class.getName() + ".atTheMachine";

    private static final List<String> HEADERS = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private final TrustedProxies proxies;
    private final ForwardedHeaderFilter believing = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter removing = new ForwardedHeaderFilter();

    ForwardedRequests(PatchbaySettings settings) {
        this.proxies = new TrustedProxies(
                settings.trustedProxies().stream().map(IpAddressMatcher::new).toList());
        removing.setRemoveOnly(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(AT_THE_MACHINE, atTheMachine(request));
        if (!proxies.trusted(request.getRemoteAddr())) {
            removing.doFilter(request, response, chain);
        } else if (!TrustedProxies.plausible(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            believing.doFilter(proxies.lastUntrusted(request), response, chain);
        }
    }

    // The name is looked at too, because a page elsewhere may have its own name resolve to loopback.
    private static boolean atTheMachine(HttpServletRequest request) {
        return List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1").contains(request.getRemoteAddr())
                && List.of("localhost", "127.0.0.1", "[::1]", "::1").contains(request.getServerName())
                && HEADERS.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
