package io.patchbay.access.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.StatusChange;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection to the database that does nothing but listen to what the trigger on {@code system_access} tells. */
final class StatusChannel implements AutoCloseable {

    private static final String NAME = "patchbay_status";

    private static final int PATIENCE_SECONDS = 5;

    private final Connection connection;
    private final PGConnection notifications;

    private StatusChannel(Connection connection) throws SQLException {
        this.connection = connection;
        this.notifications = connection.unwrap(PGConnection.class);
    }

    /** Starts to listen on a connection, which is this channel's from now on. */
    static StatusChannel on(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + NAME);
            return new StatusChannel(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /**
     * Hands on the changes that are told within a while, as soon as they are.
     *
     * @throws SQLException where the connection is gone, noticed within that while and a few seconds
     */
    void hear(Duration within, Consumer<StatusChange> listener) throws SQLException {
        var heard = notifications.getNotifications((int) within.toMillis());
        if (heard != null && heard.length > 0) {
            handOn(heard, listener);
            return;
        }
        // A server that lost its power says no goodbye.
        if (!connection.isValid(PATIENCE_SECONDS)) {
            throw new SQLException("The database does not answer any more");
        }
        handOn(notifications.getNotifications(), listener);
    }

    /** Ends it at once, whatever it is doing. */
    @Override
    public void close() throws SQLException {
        connection.abort(Runnable::run);
    }

    private static void handOn(PGNotification @Nullable [] heard, Consumer<StatusChange> listener) {
        if (heard != null) {
            Arrays.stream(heard)
                    .map(PGNotification::getParameter)
                    .flatMap(text -> read(text).stream())
                    .forEach(listener);
        }
    }

    // A node of another version may tell more than this one understands.
    private static Optional<StatusChange> read(String text) {
        var words = text.split(" ");
        return words.length < 3
                ? Optional.empty()
                : Ids.parse(words[0])
                        .flatMap(company -> Ids.parse(words[1])
                                .map(id -> new StatusChange(
                                        new CompanyId(company), new AccessId(id), AccessKind.valueOf(words[2]))));
    }
}
