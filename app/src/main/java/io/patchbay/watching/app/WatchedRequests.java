package io.patchbay.watching.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Times every HTTP request by what it is for, so that those are seen too that get no further than the door. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WatchedRequests extends OncePerRequestFilter {

    private static final List<String> AREAS = List.of("graphql", "proxy", "actuator", "oauth", "demo-shop");

    private final Watch watch;

    WatchedRequests(Watch watch) {
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var start = System.nanoTime();
        var failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            if (!request.isAsyncStarted()) {
                var status = failed ? "5xx" : response.getStatus() / 100 + "xx";
                watch.took(Timed.HTTP, List.of(area(request.getRequestURI()), status), System.nanoTime() - start);
            }
        }
    }

    private static String area(String path) {
        return AREAS.stream()
                .filter(area -> path.startsWith(area, 1)
                        && (path.length() == area.length() + 1 || path.charAt(area.length() + 1) == '/'))
                .findFirst()
                .orElse("pages");
    }
}
