package io.patchbay.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database, as the scheduler of background checks reaches it: by a few connections of its own, so that a node whose pool
 * is busy with people and programs still says that it lives. Where the database is away this says so once, fails at once, and
 * looks after it less and less often.
 */
final class CheckDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckDatabase.class);

    private static final int CONNECTIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final DataSource database;
    private final LongSupplier nanos;
    private boolean away;
    private Duration rest = FIRST_REST;
    private long restsUntil;

    CheckDatabase(DataSource database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
    }

    /** Connections to the same place that the others lead to. */
    static CheckDatabase to(JdbcConnectionDetails database) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.getJdbcUrl());
        settings.setUsername(database.getUsername());
        settings.setPassword(database.getPassword());
        settings.setPoolName("checks");
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(PATIENCE.toMillis());
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("ApplicationName", "patchbay checks");
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        return new CheckDatabase(new HikariDataSource(settings), System::nanoTime);
    }

    /** Not a bean of its own: whoever asks Spring for the database means the other one. */
    DataSource connections() {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return connection();
            }
        };
    }

    Connection connection() throws SQLException {
        requireRested();
        try {
            var connection = database.getConnection();
            rejoice();
            return connection;
        } catch (SQLException lost) {
            complain(lost);
            throw lost;
        }
    }

    synchronized boolean isAway() {
        return away;
    }

    private synchronized void requireRested() throws SQLException {
        if (resting()) {
            throw new SQLTransientConnectionException("The database was away a moment ago");
        }
    }

    private boolean resting() {
        return away && nanos.getAsLong() - restsUntil < 0;
    }

    private synchronized void complain(SQLException lost) {
        if (resting()) {
            return;
        }
        if (!away) {
            LOG.warn("Background checks rest until the database can be reached again: {}", lost.getMessage());
        }
        away = true;
        // Not all nodes at the same moment.
        restsUntil =
                nanos.getAsLong() + rest.toNanos() * ThreadLocalRandom.current().nextLong(75, 125) / 100;
        var longer = rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
    }

    private synchronized void rejoice() {
        if (away) {
            LOG.info("Background checks go on");
        }
        away = false;
        rest = FIRST_REST;
    }

    @Override
    public void close() {
        if (database instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
