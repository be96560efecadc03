package io.patchbay.postgres.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of Patchbay's own, closed to everybody else on the machine. It listens on the loopback address
 * only, asks every visitor for a password, and an acknowledged write survives any crash. Whoever starts it closes it,
 * after the last connection has been given back; if that never happens because the JVM was killed, the next start
 * clears up.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final DatabasePassword password;
    private final int port;
    private boolean closed;

    private EmbeddedPostgres(DirectoryLock lock, Cluster cluster) throws IOException {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = new Postmaster(cluster);
        postmaster.stopOrphan();
        this.password = cluster.applicationPassword();
        this.port = postmaster.start();
    }

    /**
     * Starts the server on the data in this directory, which the first start makes; returns when it takes connections.
     *
     * @throws EmbeddedPostgresException if it cannot, with a sentence that says what to do
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, dataDirectory, Durability.DURABLE);
    }

    /**
     * The server that another Patchbay has running on the data in this directory; empty where none has.
     *
     * @throws EmbeddedPostgresException where the directory cannot be read
     */
    public static Optional<ServerAccess> running(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        try {
            return DirectoryLock.isTaken(directory)
                    ? Postmaster.access(directory.resolve("postgres"))
                    : Optional.empty();
        } catch (IOException e) {
            throw EmbeddedPostgresException.unusable(directory, e);
        }
    }

    static EmbeddedPostgres start(Path dataDirectory, Path binariesDirectory, Durability durability) {
        Platform.current();
        var directory = dataDirectory.toAbsolutePath().normalize();
        try {
            OwnerOnly.directoryOfOurOwn(directory);
            OwnerOnly.directory(binariesDirectory);
            return start(DirectoryLock.take(directory), directory, binariesDirectory.toAbsolutePath(), durability);
        } catch (IOException e) {
            throw EmbeddedPostgresException.unusable(directory, e);
        }
    }

    private static EmbeddedPostgres start(
            DirectoryLock lock, Path directory, Path binariesDirectory, Durability durability) throws IOException {
        try {
            var binaries = Binaries.unpackedIn(binariesDirectory);
            Postmaster.endLeftovers(directory.resolve("postgres.unfinished"));
            return new EmbeddedPostgres(lock, Cluster.in(directory, binaries, durability));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Where Patchbay's database is. */
    public String jdbcUrl() {
        return jdbcUrl(Cluster.APPLICATION);
    }

    /** The role that owns Patchbay's database and has no other rights. */
    public String username() {
        return Cluster.APPLICATION;
    }

    /** That role's password. */
    public DatabasePassword password() {
        return password;
    }

    /** Stops the server and waits for its end; closing twice does nothing more. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        try {
            postmaster.stop();
        } catch (IOException | EmbeddedPostgresException e) {
            LOG.warn("PostgreSQL did not stop; the next start will see to it", e);
        } finally {
            lock.close();
        }
    }

    /** How to reach Patchbay's database. */
    public ServerAccess access() {
        return ServerAccess.on(port, Cluster.APPLICATION, username(), password);
    }

    String jdbcUrl(String database) {
        return ServerAccess.on(port, database, username(), password).jdbcUrl();
    }

    DatabasePassword superuserPassword() throws IOException {
        return cluster.superuserPassword();
    }
}
