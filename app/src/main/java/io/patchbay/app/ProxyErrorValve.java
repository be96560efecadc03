package io.patchbay.app;

import io.patchbay.proxy.ProxyCode;
import io.patchbay.proxy.ProxyPath;
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
 * Says in the proxy's form what the server itself turned away before anything of ours saw it: what it cannot read, and
 * TRACE.
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
            ProxyErrors.write(response.getResponse(), problem(response.getStatus(), request));
        } else {
            getNext().invoke(request, response);
        }
    }

    /** Where not even the first line could be read, there is no address. */
    private static boolean isForProxy(Request request) {
        var address = request.getRequestURI();
        return address != null && address.startsWith(ProxyAddress.ROOT + "/");
    }

    private static ProxyProblem problem(int status, Request request) {
        return switch (status) {
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> ProxyProblem.methodNotAllowed(ProxyRules.METHODS);
            case HttpServletResponse.SC_NOT_IMPLEMENTED ->
                ProxyRules.METHODS.contains(request.getMethod())
                        ? ProxyProblem.of(
                                ProxyCode.ENCODING_NOT_SUPPORTED,
                                "Send the body with Content-Length, or with Transfer-Encoding: chunked and nothing beside it")
                        : ProxyProblem.methodNotAllowed(ProxyRules.METHODS);
            default ->
                ProxyPath.fault(request.getRequestURI()).isPresent()
                        ? ProxyProblem.of(
                                ProxyCode.PATH_REFUSED,
                                "The path cannot be read: write what is no letter, digit or -._~ as % with two digits, and nothing twice")
                        : ProxyProblem.of(
                                ProxyCode.BAD_REQUEST,
                                "The request cannot be read: write each header as name: value, one Host, one length of the body, and no more than 8 KB in all");
        };
    }
}
