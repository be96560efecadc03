package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.postgres.persistence.TestDatabase;
import io.patchbay.postgres.persistence.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever starts a new version on much data, and stops it while it brings the database up to date. */
class StoppingMigrationsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BEFORE = "20261122.2090";

    private final TestDatabase database = TestDatabases.empty();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @TempDir
    private Path directory;

    @Test
    void aMigrationThatTakesLongEndsWithPatchbayAndIsDoneAtTheNextStart() throws Exception {
        migrateTo(BEFORE);
        var before = versions();

        try (var somebody = holding();
                var patchbay = PatchbayProcess.begin(directory, settings())) {
            await("the migration waits").atMost(PATIENCE).until(this::isMigrating);

            assertThat(patchbay.outputWhenStopped())
                    .contains("Stopping while the database is being brought up to date")
                    .doesNotContain("\tat ");

            await("nothing runs on").atMost(PATIENCE).until(() -> !isMigrating());
            assertThat(versions()).isEqualTo(before);
            somebody.rollback();
        }

        try (var ignored = PatchbayProcess.start(directory, settings())) {
            assertThat(versions()).startsWith(before.toArray(String[]::new)).hasSizeGreaterThan(before.size());
        }
    }

    /** Instead of a table that takes long: one that somebody else uses. */
    private Connection holding() throws SQLException {
        var connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table system_access in access exclusive mode");
        }
        return connection;
    }

    private boolean isMigrating() {
        return jdbc.sql("""
                        select exists (
                            select from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    private List<String> versions() {
        return jdbc.sql("select version from flyway_schema_history order by installed_rank")
                .query(String.class)
                .list();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "PATCHBAY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    }
}
