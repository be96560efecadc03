package io.patchbay.postgres.persistence;

/**
 * How to reach the embedded PostgreSQL that is running.
 *
 * @param username the role that owns Patchbay's database and has no other rights
 */
public record ServerAccess(String jdbcUrl, String username, DatabasePassword password) {

    /** Another server that answers on this port after ours has ended must not be told the password. */
    static ServerAccess on(int port, String database, String username, DatabasePassword password) {
        return new ServerAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&requireAuth=scram-sha-256",
                username,
                password);
    }
}
