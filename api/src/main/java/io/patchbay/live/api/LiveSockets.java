package io.patchbay.live.api;

import io.patchbay.identity.Viewer;
import io.patchbay.live.api.LiveConnections.Connection;
import io.patchbay.live.api.LiveConnections.Farewell;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** The WebSockets that are open on this node, as whoever lets people and programs in sees them. */
@Component
public class LiveSockets {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSockets.class);

    /** What a client may send at once, in characters; nobody who is not let in needs more than the usual 8192. */
    private static final int LONGEST_MESSAGE = 32 * 1024;

    /** So many may be open at once that nobody was let in by yet. */
    private static final int MOST_STRANGERS = 200;

    private static final CloseStatus FORBIDDEN = new CloseStatus(4403, "You are not let in any more");
    private static final CloseStatus BUSY =
            CloseStatus.SERVICE_OVERLOAD.withReason("Too many are waiting to be let in");

    private final Map<String, WebSocketSession> strangers = new ConcurrentHashMap<>();
    private final Map<String, Tally.Place> admitted = new ConcurrentHashMap<>();
    private final LiveConnections connections;

    LiveSockets(LiveConnections connections) {
        this.connections = connections;
    }

    /**
     * Lets somebody in on a socket that was opened a moment ago.
     *
     * @param login null: a token opens it
     * @return whether they are in; where not, the socket is closed
     */
    public boolean admit(String id, Viewer viewer, @Nullable HttpSession login) {
        var session = strangers.remove(id);
        if (session == null) {
            return false;
        }
        switch (connections.open(viewer, new Socket(session, new Session(login)))) {
            case Entry.Full full -> {
                close(
                        session,
                        full.passes()
                                ? CloseStatus.SERVICE_OVERLOAD.withReason(full.sentence())
                                : new CloseStatus(4429, full.sentence()));
                return false;
            }
            case Entry.Open(var place) -> admitted.put(id, place);
        }
        session.setTextMessageSizeLimit(LONGEST_MESSAGE);
        if (!session.isOpen()) {
            closed(id);
        }
        return true;
    }

    /** Sends somebody away who opened a socket; the code and the reason are told. */
    public void refuse(String id, int code, String reason) {
        var session = strangers.remove(id);
        if (session != null) {
            close(session, new CloseStatus(code, reason));
        }
    }

    void opened(WebSocketSession session) {
        if (strangers.size() >= MOST_STRANGERS) {
            close(session, BUSY);
        } else {
            strangers.put(session.getId(), session);
        }
    }

    void closed(String id) {
        strangers.remove(id);
        var place = admitted.remove(id);
        if (place != null) {
            place.close();
        }
    }

    private static void close(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            LOG.debug("The other side was gone already", gone);
        }
    }

    /** Spring's handler sends the heartbeats itself. */
    private record Socket(WebSocketSession session, Session login) implements Connection {

        @Override
        public boolean loggedIn() {
            return login.holds();
        }

        @Override
        public void beat() {}

        @Override
        public void end(Farewell farewell) {
            close(
                    session,
                    switch (farewell) {
                        case NOT_LET_IN -> FORBIDDEN;
                        case STOPPING -> CloseStatus.GOING_AWAY.withReason("Patchbay stops; connect again");
                    });
        }
    }
}
