package io.patchbay.app;

import io.patchbay.proxy.api.ProxyAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall, but for what is the proxy's by the server's own reading of the address: there the proxy's rules
 * decide, which are stricter about paths, and leave it to systems what methods and headers they know.
 */
final class ProxyFirewall implements HttpFirewall {

    private final StrictHttpFirewall strict = new StrictHttpFirewall();

    /** By the mapping that decides which servlet answers, so that no spelling of an address is one here and another there. */
    static boolean isForProxy(HttpServletRequest request) {
        return request.getServletPath().equals(ProxyAddress.ROOT);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return isForProxy(request) ? new AsItIs(request) : strict.getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }

    private static final class AsItIs extends FirewalledRequest {

        AsItIs(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void reset() {}
    }
}
