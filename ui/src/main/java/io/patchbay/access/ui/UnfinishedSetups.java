package io.patchbay.access.ui;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unfinished wizards of the person who is logged in, as pages offer them that stand before the wizard and so may not
 * know it. The wizard's own package provides it.
 */
public interface UnfinishedSetups {

    /**
     * One of them.
     *
     * @param name null where none was given yet
     * @param address where to go on, relative to the application
     */
    record UnfinishedSetup(UUID id, String system, @Nullable String name, String address, Instant touchedAt) {}

    /** Those that will make a connector, the last touched first. */
    List<UnfinishedSetup> ofConnectors();

    /** Those that will make an instance, the last touched first. */
    List<UnfinishedSetup> ofInstances();

    /** Throws one away with its secrets. */
    void discard(UUID id);
}
