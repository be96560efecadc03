package io.patchbay.live.api;

import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.Viewer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Tally connections;
    private final Tally subscriptions;
    private final ApiTokens tokens;
    private final Clock clock;

    LiveConnections(LiveLimits limits, ApiTokens tokens, Clock clock) {
        this.connections = new Tally(limits.connections());
        this.subscriptions = new Tally(limits.subscriptions());
        this.tokens = tokens;
        this.clock = clock;
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

    /** Counts a connection until its place is given back; empty where the viewer has too many. */
    Optional<Tally.Place> open(Viewer viewer, Connection connection) {
        var holder = Holder.of(viewer);
        if (!connections.hasRoom(holder)) {
            return Optional.empty();
        }
        var place = connections.take(holder);
        var held = new Held(viewer, connection);
        open.add(held);
        return Optional.of(() -> {
            open.remove(held);
            place.close();
        });
    }

    /** How many connections one viewer may have, in a sentence. */
    String connectionLimit(Viewer viewer) {
        return "At most " + connections.limit() + " connections at once for one "
                + Holder.of(viewer).inWords();
    }

    /** @throws TooManySubscriptions where the viewer listens to as much already as they may */
    void requireRoom(Viewer viewer) {
        var holder = Holder.of(viewer);
        if (!subscriptions.hasRoom(holder)) {
            throw new TooManySubscriptions(holder, subscriptions.limit());
        }
    }

    /** Counts a subscription until its place is given back. */
    Tally.Place subscribe(Viewer viewer) {
        return subscriptions.take(Holder.of(viewer));
    }

    /** How many connections are open. */
    public int connections() {
        return connections.total();
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
            case Viewer.Program(var token) ->
                tokens.find(token.companyId(), token.id())
                        .filter(known -> known.opensAt(clock.instant()))
                        .isPresent();
            case Viewer.SignedIn somebody -> true;
        };
    }
}
