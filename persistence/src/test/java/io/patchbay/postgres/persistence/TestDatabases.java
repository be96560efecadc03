package io.patchbay.postgres.persistence;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Fresh databases on a real PostgreSQL, for the tests of every module. One server per JVM, started when the first
 * database is asked for and gone with the JVM.
 */
public final class TestDatabases {

    private static final AtomicInteger MADE = new AtomicInteger();

    private TestDatabases() {}

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return Server.copyOf("template0");
    }

    /** A database with all tables and no rows. */
    public static TestDatabase migrated() {
        return Server.copyOf(Migrated.template());
    }

    /** PostgreSQL's programs, unpacked once for all modules and test runs. */
    static Path binaries() {
        var root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) root = root.getParent();
        return unpackedIn(root.resolve("target/test-postgres"));
    }

    private static synchronized Path unpackedIn(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(directory.resolve("unpacking.lock"), CREATE, WRITE);
                    var lock = channel.lock()) {
                Binaries.unpackedIn(directory);
                return directory;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lazy, because a JVM that only wants empty databases need not run the migrations. */
    private static final class Migrated {

        private static final String TEMPLATE = "migrated";

        static {
            var template = Server.create(TEMPLATE, "template0");
            Flyway.configure()
                    .dataSource(template.dataSource())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }

        static String template() {
            return TEMPLATE;
        }
    }

    private static final class Server {

        private static final int PLACES = 8;
        private static final EmbeddedPostgres POSTGRES = start();

        static TestDatabase copyOf(String template) {
            return create("test_" + MADE.incrementAndGet(), template);
        }

        static TestDatabase create(String name, String template) {
            try (var connection = DriverManager.getConnection(
                            POSTGRES.jdbcUrl("postgres"),
                            Cluster.SUPERUSER,
                            POSTGRES.superuserPassword().reveal());
                    var statement = connection.createStatement()) {
                statement.execute(
                        "create database %s owner %s template %s".formatted(name, POSTGRES.username(), template));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("No database " + name + " for this test", e);
            }
            return new TestDatabase(
                    POSTGRES.jdbcUrl(name),
                    POSTGRES.username(),
                    POSTGRES.password().reveal());
        }

        /** Takes the first place that no other test JVM has taken. */
        private static EmbeddedPostgres start() {
            for (int place = 1; ; place++) {
                try {
                    return startIn(binaries().resolve("server-" + place));
                } catch (EmbeddedPostgresException taken) {
                    if (place == PLACES) throw taken;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private static EmbeddedPostgres startIn(Path directory) throws IOException {
            if (Files.exists(directory.resolve("postgres"))) clear(directory);
            var postgres = EmbeddedPostgres.start(directory, binaries(), Durability.THROWAWAY);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(postgres, directory)));
            return postgres;
        }

        /** A test JVM was killed here; starting once more stops the server that it left behind. */
        private static void clear(Path directory) throws IOException {
            EmbeddedPostgres.start(directory, binaries(), Durability.THROWAWAY).close();
            OwnerOnly.delete(directory.resolve("postgres"));
        }

        private static void discard(EmbeddedPostgres postgres, Path directory) {
            postgres.close();
            try {
                OwnerOnly.delete(directory.resolve("postgres"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
