package io.patchbay.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.patchbay.shared.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Stops the SQL of work that is past its {@link Deadline}, on the server too. Looks at the few connections that are held ten
 * times a second, which costs a statement nothing; {@code statement_timeout} would cost a round trip for every request.
 */
final class StoppableConnections extends DelegatingDataSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoppableConnections.class);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Set<HeldConnection> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("deadlines").daemon().factory());

    StoppableConnections(DataSource pool) {
        super(pool);
        watch.scheduleWithFixedDelay(this::stopTheLate, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var deadline = Deadline.current();
        if (deadline == null) {
            return super.getConnection();
        }
        deadline.requireTimeLeft();
        var connection = new HeldConnection(super.getConnection(), deadline, this::givenBack);
        held.add(connection);
        return connection.proxy();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private void stopTheLate() {
        for (var connection : held) {
            try {
                connection.stopIfLate();
            } catch (SQLException | RuntimeException failed) {
                LOG.warn("A statement that took too long could not be stopped; it is tried again", failed);
            }
        }
    }

    /** What was stopped goes no further: the signal might reach the statement of whoever came next. */
    private void givenBack(HeldConnection connection) throws SQLException {
        held.remove(connection);
        if (connection.wasStopped() && isWrapperFor(HikariDataSource.class)) {
            unwrap(HikariDataSource.class).evictConnection(connection.own());
        }
    }
}
