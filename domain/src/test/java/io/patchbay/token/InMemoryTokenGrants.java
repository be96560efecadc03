package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Grants in memory, for several threads. */
public class InMemoryTokenGrants implements TokenGrants {

    private record Key(CompanyId company, CredentialsId credentials) {}

    private final Map<Key, TokenGrant> grants = new HashMap<>();

    @Override
    public synchronized Optional<TokenGrant> find(CompanyId company, CredentialsId credentials) {
        return Optional.ofNullable(grants.get(new Key(company, credentials)));
    }

    @Override
    public synchronized TokenGrant begin(CompanyId company, CredentialsId credentials) {
        return grants.computeIfAbsent(
                new Key(company, credentials), key -> new TokenGrant(company, credentials, 0, null, null, null));
    }

    @Override
    public synchronized boolean keep(TokenGrant grant, TokenGrant.Kept tokens) {
        var key = new Key(grant.companyId(), grant.credentials());
        var stored = grants.get(key);
        if (stored == null || stored.version() != grant.version()) {
            return false;
        }
        grants.put(
                key, new TokenGrant(grant.companyId(), grant.credentials(), grant.version() + 1, tokens, null, null));
        return true;
    }

    @Override
    public synchronized void remove(CompanyId company, CredentialsId credentials) {
        grants.remove(new Key(company, credentials));
    }
}
