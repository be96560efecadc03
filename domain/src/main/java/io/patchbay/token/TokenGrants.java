package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where grants are kept. Every change is a compare-and-set: it is made whole, or not at all where somebody was faster. Leases
 * are timed by one clock for all nodes.
 */
public interface TokenGrants {

    /** The key of a grant. */
    record Key(CompanyId company, CredentialsId credentials) {}

    Optional<TokenGrant> find(CompanyId company, CredentialsId credentials);

    /** Those of these grants that there are, in one go. */
    List<TokenGrant> findAll(CompanyId company, Collection<CredentialsId> credentials);

    /** The grant of these credentials, which is an empty one of version 0 where there was none. */
    TokenGrant begin(CompanyId company, CredentialsId credentials);

    /**
     * Gives {@code owner} the right to renew for a while.
     *
     * @return the grant under its lease, which still says whether an earlier holder had sent; empty where another one holds
     *     it, or the version is another
     */
    Optional<TokenGrant> lease(TokenGrant grant, UUID owner, Duration time);

    /**
     * Marks that the request is about to leave, and lets the lease last anew. Written before it does, so that whoever takes
     * over from a holder that was stopped knows.
     *
     * @return false where the lease was lost
     */
    boolean markSent(TokenGrant leased, Duration time);

    /**
     * Keeps tokens as the version after that of {@code grant}, whoever holds a lease, and ends lease and setback.
     *
     * @return false where there is another version by now, or the grant is gone
     */
    boolean keep(TokenGrant grant, TokenGrant.Kept tokens, Upkeep upkeep);

    /**
     * Ends the lease with a setback.
     *
     * @param lost whether the vendor may have answered what never came; remembered until there are tokens
     * @return false where the lease was lost
     */
    boolean setBack(TokenGrant leased, TokenGrant.Setback setback, boolean lost);

    /** Ends the lease as if it had not been; gives nothing away where the lease was lost. */
    void release(TokenGrant leased, boolean lost);

    /** Notes that somebody used the access token. */
    void markUsed(TokenGrant grant, Instant now);

    /**
     * Grants that are due to be renewed though nobody asks: those that were used of late and end soon, and those that end for
     * want of use. Nobody else is given them for some minutes.
     *
     * @param usedAfter what counts as of late
     */
    List<Key> claimDue(Instant now, Instant usedAfter, int limit);

    /** Removes the grant; the secrets are the caller's business. One that is not there is no mistake. */
    void remove(CompanyId company, CredentialsId credentials);
}
