package io.patchbay.app;

import io.patchbay.proxy.api.ClientConnection;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Gives the proxy the connection that a request came by. */
final class ClientConnectionValve extends ValveBase {

    ClientConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (ProxyFirewall.isForProxy(request.getRequest())) {
            request.setAttribute(
                    ClientConnection.ATTRIBUTE,
                    new TomcatConnection(request.getCoyoteRequest(), response.getCoyoteResponse()));
        }
        getNext().invoke(request, response);
    }

    private record TomcatConnection(org.apache.coyote.Request request, org.apache.coyote.Response response)
            implements ClientConnection {

        /**
         * Looks whether more can be read, without waiting. Tomcat answers 1 where reading fails, so that whoever reads next
         * learns it; a next request would bring more than one byte.
         */
        @Override
        public boolean isGone() {
            request.action(ActionCode.AVAILABLE, true);
            return request.getAvailable() == 1;
        }

        @Override
        public void cut() {
            response.action(ActionCode.CLOSE_NOW, new IOException("Cut off, because there is no whole answer"));
        }

        /** Past Tomcat's own idea of the type, by which it would compress. */
        @Override
        public void asItIs(String contentType) {
            response.getMimeHeaders().setValue("Content-Type").setString(contentType);
        }
    }
}
