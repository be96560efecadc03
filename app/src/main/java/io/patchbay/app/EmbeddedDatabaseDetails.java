package io.patchbay.app;

import io.patchbay.postgres.persistence.ServerAccess;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Tells Spring where the embedded database is. */
final class EmbeddedDatabaseDetails implements JdbcConnectionDetails {

    private final ServerAccess access;

    EmbeddedDatabaseDetails(ServerAccess access) {
        this.access = access;
    }

    @Override
    public String getJdbcUrl() {
        return access.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return access.username();
    }

    @Override
    public String getPassword() {
        return access.password().reveal();
    }
}
