package io.patchbay.app;

import io.patchbay.live.api.LiveConnections;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the connections that stay open, so that a revoked token ends its own within seconds. */
@Component
class LiveCare {

    private final LiveConnections connections;

    LiveCare(LiveConnections connections) {
        this.connections = connections;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        connections.look();
    }
}
