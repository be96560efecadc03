package io.patchbay.watching;

import io.patchbay.access.AccessStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Counts what there is in this Patchbay, of all companies together. */
public interface Census {

    /** Counts, which takes a moment; empty where another node is counting right now. Never takes longer than a few seconds. */
    Optional<Figures> take();

    /**
     * What there was at the time.
     *
     * @param accesses connectors and instances by status; without those statuses that none has
     * @param dueChecks background checks that should have begun and have not, {@link #MOST_DUE} at most
     * @param lag how late the oldest of them is
     */
    record Figures(Map<AccessStatus, Long> accesses, long dueChecks, Duration lag) {

        /** More are not counted. */
        public static final int MOST_DUE = 10_000;

        public Figures {
            accesses = Map.copyOf(accesses);
        }
    }
}
