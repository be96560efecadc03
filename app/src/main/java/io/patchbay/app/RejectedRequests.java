package io.patchbay.app;

import io.patchbay.proxy.ProxyCode;
import io.patchbay.proxy.ProxyProblem;
import io.patchbay.proxy.api.ProxyAddress;
import io.patchbay.proxy.api.ProxyErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the firewall turns away: a program that asked for the proxy, and spelled a way out of it, is told in its own form. */
final class RejectedRequests implements RequestRejectedHandler {

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException, jakarta.servlet.ServletException {
        if (request.getRequestURI().startsWith(request.getContextPath() + ProxyAddress.ROOT + "/")) {
            ProxyErrors.write(
                    response,
                    ProxyProblem.of(
                            ProxyCode.PATH_REFUSED, "The path leaves the connector or instance that it begins with"));
        } else {
            others.handle(request, response, rejected);
        }
    }
}
