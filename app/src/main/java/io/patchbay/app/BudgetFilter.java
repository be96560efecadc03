package io.patchbay.app;

import io.github.bucket4j.ConsumptionProbe;
import io.patchbay.shared.RequestId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Refuses requests of those who used their budget up, and tells the others how much is left. */
final class BudgetFilter implements Filter {

    private final Budgets budgets;
    private final String whose;
    private final Function<HttpServletRequest, @Nullable Object> payer;

    private BudgetFilter(Budgets budgets, String whose, Function<HttpServletRequest, @Nullable Object> payer) {
        this.budgets = budgets;
        this.whose = whose;
        this.payer = payer;
    }

    /** Counts whoever comes from one address together, known or not. */
    static BudgetFilter perAddress(Budgets budgets) {
        return new BudgetFilter(budgets, "one address", request -> Network.of(request.getRemoteAddr()));
    }

    /** Counts what one API token does, or one person who is logged in. */
    static BudgetFilter perToken(Budgets budgets) {
        return new BudgetFilter(
                budgets,
                "one API token or person",
                request -> payer(SecurityContextHolder.getContext().getAuthentication()));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var payer = request.getDispatcherType() == DispatcherType.REQUEST
                ? this.payer.apply((HttpServletRequest) request)
                : null;
        if (payer == null) {
            chain.doFilter(request, response);
            return;
        }
        var probe = budgets.use(payer);
        var answer = (HttpServletResponse) response;
        tell(answer, probe);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refuse(answer, probe);
        }
    }

    /** Who pays for what is asked like this; null: nobody was let in. */
    static @Nullable Object payer(@Nullable Authentication who) {
        return switch (who) {
            case ProgramAuthentication program -> program.token().id();
            case Authentication person
            when person.getPrincipal() instanceof SignedInPerson signedIn ->
                signedIn.person().id();
            case null, default -> null;
        };
    }

    private void tell(HttpServletResponse response, ConsumptionProbe probe) {
        response.setHeader("RateLimit-Limit", Long.toString(budgets.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        response.setHeader("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
    }

    private void refuse(HttpServletResponse response, ConsumptionProbe probe) throws IOException {
        var wait = seconds(probe.getNanosToWaitForRefill());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write(
                        ("{\"errors\":[{\"message\":\"Within a minute %s may ask %,d times: wait %d s, or ask for more at"
                                        + " once\",\"extensions\":{\"code\":\"RATE_LIMITED\",\"limit\":%d,\"used\":%d,\"retryAfter\":%d,\"requestId\":\"%s\"}}]}")
                                .formatted(
                                        whose,
                                        budgets.limit(),
                                        wait,
                                        budgets.limit(),
                                        budgets.limit(),
                                        wait,
                                        RequestId.currentOrOwn()));
    }

    /** Rounded up: who comes back then is let in. */
    static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
