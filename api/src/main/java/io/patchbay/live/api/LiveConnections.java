package io.patchbay.live.api;

import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The connections that stay open on this node, and who holds them: WebSockets and event streams. Ends those whose holder is
 * not let in any more, and all of them when Patchbay stops.
 */
@Component
@EnableConfigurationProperties(LiveLimits.class)
public class LiveConnections {

    private final Set<Held> open = ConcurrentHashMap.newKeySet();
    private final Tally connections = new Tally();
    private final Tally subscriptions = new Tally();
    private final LiveLimits limits;
    private final ApiAccess access;

    LiveConnections(LiveLimits limits, ApiAccess access) {
        this.limits = limits;
        this.access = access;
    }

    /** A connection that stays open. */
    interface Connection {

        /** Whether the login that it was opened by still holds; a token's end is none of its concerns. */
        boolean loggedIn();

        /** Shows the other side, and whoever stands between, that it is alive; notices where the other side is gone. */
        void beat();

        /** Ends it; the other side is told why. */
        void end(Farewell farewell);
    }

    /** Why a connection is ended. */
    enum Farewell {
        /** The token or the login that opened it does not hold any more. */
        NOT_LET_IN,
        /** Patchbay stops. */
        STOPPING
    }

    private record Held(Viewer viewer, Connection connection) {}

    /** Lets a connection in where there is room for it. */
    Entry open(Viewer viewer, Connection connection) {
        var holders = Holder.allOf(viewer);
        List<Tally.Place> places;
        synchronized (connections) {
            for (var holder : holders) {
                var limit = limits.connections(holder);
                if (connections.of(holder) >= limit) {
                    return new Entry.Full(holder, limit);
                }
            }
            places = holders.stream().map(connections::take).toList();
        }
        var held = new Held(viewer, connection);
        open.add(held);
        return new Entry.Open(() -> {
            open.remove(held);
            places.forEach(Tally.Place::close);
        });
    }

    /** @throws TooManySubscriptions where the viewer listens to as much already as they may */
    void requireRoom(Viewer viewer) {
        var holder = Holder.of(viewer);
        if (subscriptions.of(holder) >= limits.subscriptions()) {
            throw new TooManySubscriptions(holder, limits.subscriptions());
        }
    }

    /** Counts a subscription until its place is given back. */
    Tally.Place subscribe(Viewer viewer) {
        return subscriptions.take(Holder.of(viewer));
    }

    /** How many connections are open. */
    public int connections() {
        return connections.of(new Holder.Everybody());
    }

    /** How many subscriptions are running. */
    public int subscriptions() {
        return subscriptions.total();
    }

    /**
     * Looks after every connection: ends those whose token was revoked or has expired or whose login is over, and notices
     * those whose other side is gone. To be called every few seconds.
     */
    public void look() {
        Map<Holder, Boolean> letIn = new HashMap<>();
        for (var held : open) {
            var holder = Holder.of(held.viewer());
            if (letIn.computeIfAbsent(holder, who -> opens(held.viewer()))
                    && held.connection().loggedIn()) {
                held.connection().beat();
            } else {
                held.connection().end(Farewell.NOT_LET_IN);
            }
        }
    }

    /** Otherwise whoever stops would wait for event streams to end, which they never do. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.forEach(held -> held.connection().end(Farewell.STOPPING));
    }

    private boolean opens(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Program(var token) -> access.stillOpens(token);
            case Viewer.SignedIn somebody -> true;
        };
    }
}
