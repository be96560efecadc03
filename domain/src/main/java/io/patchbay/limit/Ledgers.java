package io.patchbay.limit;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where ledgers are kept for all nodes. Every moment in them is by one clock, which is theirs. */
public interface Ledgers {

    /**
     * A ledger that nobody else changes until the transaction ends, and what time it is.
     *
     * @param known false where there was none, so it is an empty one
     */
    record Locked(LimitKey key, Ledger ledger, Instant now, boolean known) {}

    Locked lock(LimitKey key);

    /**
     * Keeps what became of a ledger.
     *
     * @param idleAt from when on it may be forgotten
     * @throws io.patchbay.shared.Contended where there was none, and somebody else was the first to make one
     */
    void keep(Locked before, Ledger after, Instant idleAt);

    /** For how much longer each vendor is to be left alone that asked for it. */
    Map<LimitKey, Duration> pauses();

    /** Until when the vendors of these credentials are to be left alone, in one go; only of those that asked for it. */
    Map<CredentialsId, Instant> pausedUntil(CompanyId company, Collection<CredentialsId> credentials);

    /** Removes a limited number of ledgers that may be forgotten, and tells how many. */
    int removeIdle(int most);
}
