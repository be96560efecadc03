package io.patchbay.proxy.api;

import io.patchbay.proxy.HeaderLine;
import io.patchbay.proxy.ProxyBody;
import io.patchbay.proxy.ProxyRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a program asks for. */
final class IncomingRequest {

    private IncomingRequest() {}

    static ProxyRequest read(HttpServletRequest request, ProxyAddress address, ClientConnection connection) {
        return new ProxyRequest(
                address.kind(),
                address.id(),
                request.getContextPath() + ProxyAddress.of(address.kind(), address.id()),
                request.getMethod(),
                address.path(),
                request.getQueryString(),
                headers(request),
                body(request),
                connection::isGone);
    }

    private static List<HeaderLine> headers(HttpServletRequest request) {
        var lines = new ArrayList<HeaderLine>();
        for (var name : Collections.list(request.getHeaderNames())) {
            for (var value : Collections.list(request.getHeaders(name))) {
                lines.add(new HeaderLine(name, value));
            }
        }
        return lines;
    }

    private static @Nullable ProxyBody body(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length < 0 && request.getHeader("Transfer-Encoding") == null ? null : new Body(request, length);
    }

    private record Body(HttpServletRequest request, long length) implements ProxyBody {

        @Override
        public InputStream open() throws IOException {
            return request.getInputStream();
        }
    }
}
