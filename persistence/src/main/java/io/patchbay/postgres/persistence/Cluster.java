package io.patchbay.postgres.persistence;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL calls a cluster: the data of one server, with the passwords that open it and its logs. */
record Cluster(Path root, Binaries binaries, Durability durability) {

    static final String SUPERUSER = "postgres";
    static final String APPLICATION = "patchbay";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final int DAYS_OF_LOGS = 7;

    /** The role has a database and nothing else: no other rights, and no door into the server's own databases. */
    private static final String APPLICATION_SQL = """
            CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%2$s'
            CREATE DATABASE %1$s OWNER %1$s
            REVOKE ALL ON DATABASE %1$s FROM PUBLIC
            REVOKE ALL ON DATABASE postgres FROM PUBLIC
            REVOKE ALL ON DATABASE template1 FROM PUBLIC
            """;

    private static final String ACCESS = """
            # Written by Patchbay at every start: nobody gets in without a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** The data, made on the first start. An interrupted first start leaves nothing that a later one would take. */
    static Cluster in(Path dataDirectory, Binaries binaries, Durability durability) throws IOException {
        var cluster = new Cluster(dataDirectory.resolve("postgres"), binaries, durability);
        if (Files.exists(cluster.root())) {
            cluster.requireOwner();
            cluster.requireSameVersion();
            OwnerOnly.close(cluster.root());
        } else {
            cluster.create();
        }
        return cluster;
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("log");
    }

    DatabasePassword superuserPassword() throws IOException {
        return passwordOf(SUPERUSER);
    }

    DatabasePassword applicationPassword() throws IOException {
        return passwordOf(APPLICATION);
    }

    /** Writes the settings and the rules of access anew, so that an old or edited file never weakens them. */
    void configure(int port) throws IOException {
        OwnerOnly.write(data().resolve("postgresql.conf"), settings(port));
        OwnerOnly.write(data().resolve("pg_hba.conf"), ACCESS);
    }

    /** The server names its logs after the days of the week; what is older than that is from an earlier run. */
    void removeOldLogs() throws IOException {
        OwnerOnly.directory(logs());
        var oldest = Instant.now().minus(DAYS_OF_LOGS, ChronoUnit.DAYS);
        try (var files = Files.list(logs())) {
            for (var file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) Files.delete(file);
            }
        }
    }

    private void requireOwner() throws IOException {
        var owner = Files.getAttribute(root, "unix:uid");
        if (!owner.equals((int) new UnixSystem().getUid())) {
            throw new EmbeddedPostgresException("The data in " + root + " belongs to "
                    + Files.getOwner(root).getName() + "; start Patchbay as that user.");
        }
    }

    private void requireSameVersion() throws IOException {
        var found = versionOfData();
        if (!found.equals(binaries.majorVersion())) {
            throw new EmbeddedPostgresException("The data in " + data() + " was written by PostgreSQL " + found
                    + ", and this Patchbay brings PostgreSQL " + binaries.majorVersion()
                    + ", which cannot read it; start it with the Patchbay that wrote it, or move it away.");
        }
    }

    private String versionOfData() throws IOException {
        try {
            return Files.readString(data().resolve("PG_VERSION")).strip();
        } catch (NoSuchFileException e) {
            throw new EmbeddedPostgresException(
                    root + " holds no PostgreSQL data; bring it back from a copy, or move it away to begin anew.", e);
        }
    }

    private void create() throws IOException {
        LOG.info("Preparing the database in {}", root);
        var unfinished = new Cluster(root.resolveSibling("postgres.unfinished"), binaries, durability);
        OwnerOnly.delete(unfinished.root());
        OwnerOnly.directory(unfinished.root());
        unfinished.fill();
        OwnerOnly.rename(unfinished.root(), root);
    }

    private void fill() throws IOException {
        OwnerOnly.write(passwordFileOf(SUPERUSER), DatabasePassword.random().reveal());
        OwnerOnly.write(passwordFileOf(APPLICATION), DatabasePassword.random().reveal());
        require("initdb", new Command(root, initdb()));
        var sql = APPLICATION_SQL.formatted(APPLICATION, applicationPassword().reveal());
        require("postgres", new Command(root, singleUserPostgres()).reading(sql));
    }

    private List<String> initdb() {
        var words = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFileOf(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        if (durability == Durability.THROWAWAY) words.add("--no-sync");
        return words;
    }

    /** The server without its network: nobody can connect before the passwords are set. */
    private List<String> singleUserPostgres() {
        return List.of(
                binaries.program("postgres"), "--single", "-D", data().toString(), "-c", "exit_on_error=on", SUPERUSER);
    }

    private static void require(String program, Command command) {
        var result = command.run();
        if (!result.succeeded()) {
            throw new EmbeddedPostgresException(
                    "The database could not be prepared; " + program + " says: " + result.lastLine());
        }
    }

    private Path passwordFileOf(String role) {
        return passwordFileOf(root, role);
    }

    private DatabasePassword passwordOf(String role) throws IOException {
        return passwordOf(root, role);
    }

    static DatabasePassword passwordOf(Path root, String role) throws IOException {
        return new DatabasePassword(Files.readString(passwordFileOf(root, role)).strip());
    }

    private static Path passwordFileOf(Path root, String role) {
        return root.resolve(role + ".password");
    }

    private String settings(int port) {
        return """
                # Written by Patchbay at every start.
                listen_addresses = '127.0.0.1'
                port = %1$d
                unix_socket_directories = ''
                max_connections = 100
                max_wal_senders = 0
                wal_level = minimal
                password_encryption = scram-sha-256

                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s

                shared_buffers = 128MB
                dynamic_shared_memory_type = posix
                max_wal_size = 1GB
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                datestyle = 'iso, mdy'
                default_text_search_config = 'pg_catalog.english'

                # Statements and the rows they are about may hold what is nobody's business: failures reach the
                # application, and only the server's own affairs reach the log. One file a day, a week at most.
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgres-%%a.log'
                log_file_mode = 0600
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_timezone = 'UTC'
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_statement = none
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                """.formatted(port, durability.setting());
    }
}
