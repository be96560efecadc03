package io.patchbay.access.ui;

import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The unfinished wizards of the person who is logged in, as pages offer them that stand before the wizard and so may not
 * know it. The wizard's own package provides it.
 */
public interface UnfinishedSetups {

    /**
     * One of them.
     *
     * @param title its name, or what stands for one that was not given yet
     * @param state what it will make and which step comes next, in the reader's language
     * @param address where to go on, relative to the application
     */
    record UnfinishedSetup(UUID id, SystemId system, String title, String state, String address, Instant touchedAt) {}

    /** All of them, the last touched first. */
    List<UnfinishedSetup> all();

    /** Those that will make a connector, the last touched first. */
    List<UnfinishedSetup> ofConnectors();

    /** Those that will make an instance, the last touched first. */
    List<UnfinishedSetup> ofInstances();

    /** Throws one away with its secrets. */
    void discard(UUID id);
}
