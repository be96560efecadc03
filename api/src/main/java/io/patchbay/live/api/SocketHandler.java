package io.patchbay.live.api;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** The protocol graphql-transport-ws, as Spring speaks it, with what a server in the open needs besides. */
final class SocketHandler extends GraphQlWebSocketHandler {

    private static final Duration TO_INTRODUCE_ONESELF = Duration.ofSeconds(10);

    /** More often than the minute after which most proxies end a silent connection. */
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(20);

    private static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");
    private static final CloseStatus WRONG_PROTOCOL = new CloseStatus(4406, "Speak graphql-transport-ws");

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private static final String PROTOCOL = "graphql-transport-ws";

    private final LiveSockets sockets;
    private final HashedDocuments hashed;

    SocketHandler(
            WebGraphQlHandler handler,
            HttpMessageConverter<Object> converter,
            HashedDocuments hashed,
            LiveSockets sockets) {
        // Where it comes from is looked at before, by whoever lets people in.
        super(handler, converter, TO_INTRODUCE_ONESELF, BETWEEN_PINGS, null);
        this.sockets = sockets;
        this.hashed = hashed;
    }

    /** Spring knows its forerunner too, and closes it with a code that means something else. */
    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        super.afterConnectionEstablished(new Forgiving(session));
        sockets.opened(session);
        if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
            close(session, WRONG_PROTOCOL);
        }
    }

    /** What cannot be understood is the client's mistake, which Spring would take for its own. */
    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        try {
            super.handleTextMessage(new Forgiving(session), hashed.completed(message));
        } catch (Exception misunderstood) {
            close(session, INVALID);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sockets.closed(session.getId());
        super.afterConnectionClosed(session, status);
    }

    /** A client that went away without a word is no fault, though Spring would write it into the log as one. */
    private static final class Forgiving extends WebSocketSessionDecorator {

        Forgiving(WebSocketSession session) {
            super(session);
        }

        @Override
        public void sendMessage(WebSocketMessage<?> message) {
            try {
                super.sendMessage(message);
            } catch (IOException | IllegalStateException gone) {
                SocketHandler.close(getDelegate(), CloseStatus.SESSION_NOT_RELIABLE);
            }
        }

        /** Spring's own log is off, because it takes a client that went away for a fault; see application.yaml. */
        @Override
        public void close(CloseStatus status) throws IOException {
            if (status.equalsCode(CloseStatus.SERVER_ERROR)) {
                LOG.error("Something went wrong on the WebSocket {}, and it was closed", getId());
            }
            super.close(status);
        }
    }

    private static void close(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            // There is nobody left to be told.
        }
    }
}
