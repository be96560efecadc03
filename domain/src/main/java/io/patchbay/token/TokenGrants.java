package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.util.Optional;

/** Where grants are kept. Every change is a compare-and-set: it is made whole, or not at all where somebody was faster. */
public interface TokenGrants {

    Optional<TokenGrant> find(CompanyId company, CredentialsId credentials);

    /** The grant of these credentials, which is an empty one of version 0 where there was none. */
    TokenGrant begin(CompanyId company, CredentialsId credentials);

    /**
     * Keeps tokens as the version after that of {@code grant}, whoever holds a lease, and ends lease and setback.
     *
     * @return false where there is another version by now, or the grant is gone
     */
    boolean keep(TokenGrant grant, TokenGrant.Kept tokens);

    /** Removes the grant; the secrets are the caller's business. One that is not there is no mistake. */
    void remove(CompanyId company, CredentialsId credentials);
}
