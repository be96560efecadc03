package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import io.patchbay.access.AccessKind;
import io.patchbay.access.SystemAccess;
import java.util.Optional;

/**
 * How programs use a connector or an instance, as their pages show it, which stand before it and so may not know it. Its own
 * package provides it.
 */
@FunctionalInterface
public interface ProgramUse {

    /** What to show; empty where programs cannot use it. */
    Optional<Component> of(AccessKind kind, SystemAccess access);
}
