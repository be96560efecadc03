package io.patchbay.app;

import io.patchbay.postgres.persistence.EmbeddedPostgres;
import io.patchbay.postgres.persistence.ServerAccess;
import org.jspecify.annotations.Nullable;

/**
 * An embedded PostgreSQL to work beside; closing stops it only where it was started for this.
 *
 * @param own null: it belongs to a Patchbay that is running
 */
record RunningOrOwn(ServerAccess access, @Nullable EmbeddedPostgres own) implements AutoCloseable {

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
