package io.patchbay.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Looks at whoever asks for a WebSocket, before there is one: foreign pages are sent away, others say next who they are. */
@Component
class SocketDoor implements HandshakeInterceptor {

    private static final String KNOCK = Knock.class.getName();

    private final Origins origins;

    SocketDoor(Origins origins) {
        this.origins = origins;
    }

    /**
     * What is known of a visitor from the handshake.
     *
     * @param who null: nobody yet
     * @param showedToken whether an API token was shown, good or bad
     * @param login the login's session, where that is who they are by
     */
    record Knock(
            @Nullable Authentication who,
            boolean showedToken,
            @Nullable HttpSession login) {

        static Knock of(Map<String, Object> attributes) {
            return attributes.get(KNOCK) instanceof Knock knock ? knock : new Knock(null, false, null);
        }
    }

    /** Whether this asks for a WebSocket; exactly what the mapping in {@code io.patchbay.live.api} takes. */
    static boolean asked(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** Whether a page of Patchbay's own asks for a WebSocket, so that the login's cookie may count. */
    boolean askedByOurPage(HttpServletRequest request) {
        return asked(request) && origins.ours(new ServletServerHttpRequest(request));
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!origins.admit(request)) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        attributes.put(
                KNOCK,
                new Knock(
                        who,
                        request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) != null,
                        who instanceof ProgramAuthentication ? null : session(request)));
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}

    private static @Nullable HttpSession session(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getSession(false)
                : null;
    }
}
