package io.patchbay.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to date, and breaks that off when Patchbay is asked to stop: whoever stops it would wait for a table
 * to be rewritten otherwise, and kill it. Each migration is one transaction, so what is broken off leaves nothing behind, and
 * the next start does it again.
 */
@Component
class StoppableMigrations implements FlywayMigrationStrategy, Callback {

    private static final Logger LOG = LoggerFactory.getLogger(StoppableMigrations.class);
    private static final long TRY_EVERY_MILLIS = 100;

    private volatile @Nullable Connection migrating;

    @Override
    public void migrate(Flyway flyway) {
        var over = new CountDownLatch(1);
        var hook = new Thread(() -> stop(over), "migration-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw hook.isAlive() ? new MigrationStopped(failure) : failure;
        } finally {
            over.countDown();
            migrating = null;
            forget(hook);
        }
    }

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, @Nullable Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        migrating = context.getConnection();
    }

    @Override
    public String getCallbackName() {
        return "stoppable";
    }

    /** More than once, because the next statement may have begun while the first was being stopped. */
    private void stop(CountDownLatch over) {
        LOG.info("Stopping while the database is being brought up to date: that step is undone");
        try {
            do {
                stop(migrating);
            } while (!over.await(TRY_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.unwrap(PGConnection.class).cancelQuery();
            }
        } catch (SQLException failed) {
            LOG.warn("The migration of the database could not be stopped; it is tried again", failed);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            LOG.debug("Patchbay is being stopped", stopping);
        }
    }
}
