package io.patchbay.app;

import io.patchbay.proxy.ProxyCode;
import io.patchbay.proxy.ProxyProblem;
import io.patchbay.proxy.api.ProxyAddress;
import io.patchbay.proxy.api.ProxyErrors;
import io.patchbay.system.ProxyRules;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Says in the proxy's form what the server itself turned away before anything of ours saw it: addresses that it cannot read,
 * and TRACE.
 */
final class ProxyErrorValve extends ValveBase {

    ProxyErrorValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError() && isForProxy(request)) {
            response.setErrorReported();
            response.setSuspended(false);
            ProxyErrors.write(response.getResponse(), problem(response.getStatus()));
        } else {
            getNext().invoke(request, response);
        }
    }

    /** Where not even the first line could be read, there is no address. */
    private static boolean isForProxy(Request request) {
        var address = request.getRequestURI();
        return address != null && address.startsWith(ProxyAddress.ROOT + "/");
    }

    private static ProxyProblem problem(int status) {
        return status == HttpServletResponse.SC_METHOD_NOT_ALLOWED || status == HttpServletResponse.SC_NOT_IMPLEMENTED
                ? ProxyProblem.methodNotAllowed(ProxyRules.METHODS)
                : ProxyProblem.of(
                        ProxyCode.PATH_REFUSED,
                        "The path cannot be read: write what is no letter, digit or -._~ as % with two digits, and nothing twice");
    }
}
