package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.access.SystemAccess;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Connecting by redirect, as the pages of connectors and instances offer it, which stand before it and so may not know it.
 * Its own package provides it.
 */
public interface Reconnection {

    /**
     * What just came of it, as the address tells, and the button to connect again; empty where the access's method needs
     * nobody's yes.
     */
    Optional<Connection> ofConnector(SystemAccess access, QueryParameters query);

    /** As {@link #ofConnector}, for an instance. */
    Optional<Connection> ofInstance(SystemAccess access, QueryParameters query);

    /**
     * What is shown of a connection.
     *
     * @param showAgain shows what is now
     */
    record Connection(Component panel, Consumer<SystemAccess> showAgain) {}
}
