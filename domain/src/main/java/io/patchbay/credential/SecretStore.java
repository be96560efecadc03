package io.patchbay.credential;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.util.Collection;

/** Where secrets are kept, encrypted. A secret's id is for life, whoever points to it. */
public interface SecretStore {

    /** Keeps a secret under a new id. */
    SecretId keep(CompanyId company, Secret secret);

    /**
     * Gives a secret back, to be used at once.
     *
     * @throws UnreadableSecret where it cannot be decrypted
     * @throws IllegalStateException where there is none
     */
    Secret reveal(CompanyId company, SecretId id);

    /** Destroys secrets; those that are not there are no mistake. */
    void forget(CompanyId company, Collection<SecretId> ids);
}
