package io.patchbay.access.persistence;

import io.patchbay.access.StatusRelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.NamedInterface;

/**
 * Keeps this node listening to what changes on all nodes. Where the connection is cut it connects again, less and less often
 * up to every ten seconds, and then tells everybody to read again.
 */
@NamedInterface("persistence")
public final class StatusListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StatusListener.class);

    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Connecting database;
    private final StatusRelay relay;

    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable StatusChannel channel;
    private boolean complained;

    /** Makes connections of which nobody else knows, the pool least of all. */
    @FunctionalInterface
    interface Connecting {

        Connection connect() throws SQLException;
    }

    StatusListener(Connecting database, StatusRelay relay) {
        this.database = database;
        this.relay = relay;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofVirtual().name("status-listener").start(this::listen);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            var open = channel;
            if (open != null) {
                open.close();
            }
            var listening = thread;
            if (listening != null) {
                listening.interrupt();
                listening.join();
            }
        } catch (SQLException gone) {
            LOG.debug("The connection was gone already", gone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether changes are heard now. */
    public boolean isListening() {
        return channel != null;
    }

    private void listen() {
        var pause = FIRST_PAUSE;
        while (running) {
            try (var opened = StatusChannel.on(database.connect())) {
                channel = opened;
                // What changed before is heard by nobody.
                relay.tellOfAGap();
                rejoice();
                pause = FIRST_PAUSE;
                while (running) {
                    opened.hear(SILENCE, relay::tell);
                }
            } catch (SQLException lost) {
                complain(lost);
                pause = rest(pause);
            } finally {
                channel = null;
            }
        }
    }

    private void complain(SQLException lost) {
        if (running && !complained) {
            complained = true;
            LOG.warn(
                    "Statuses do not update by themselves until the database can be reached again: {}",
                    lost.getMessage());
        }
    }

    private void rejoice() {
        if (complained) {
            complained = false;
            LOG.info("Statuses update by themselves again");
        }
    }

    /** Not all nodes at the same moment. */
    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause.multipliedBy(ThreadLocalRandom.current().nextLong(50, 150))
                    .dividedBy(100));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
