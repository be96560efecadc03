package io.patchbay.access;

import io.patchbay.shared.CompanyId;

/** Tells of changes in the statuses of connectors and instances, whichever node they are made on, once they are committed. */
public interface StatusChanges {

    /**
     * Tells a watcher of the company's changes from now on. The first news is to read again, because what was read before
     * may have changed since. A watcher who is slow misses nothing and makes nobody wait:
     * what changes meanwhile comes in one piece, and what is too much for that as the advice to read again.
     */
    Watch watch(CompanyId company, Watcher watcher);

    /** Whoever wants to know. */
    @FunctionalInterface
    interface Watcher {

        /** Takes in news; called on a thread that may wait, and never while an earlier call still runs. */
        void see(StatusNews news);
    }

    /** Somebody is being told. */
    interface Watch extends AutoCloseable {

        /** Ends it; news that is on its way may still arrive. */
        @Override
        void close();
    }
}
