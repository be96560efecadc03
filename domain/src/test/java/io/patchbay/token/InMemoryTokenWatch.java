package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers whose tokens need a person. */
public class InMemoryTokenWatch implements TokenWatch {

    private final Map<CredentialsId, TokenTrouble> lost = new ConcurrentHashMap<>();

    @Override
    public void needsReconnect(TokenGrant grant, TokenTrouble why, Instant now) {
        lost.put(grant.credentials(), why);
    }

    @Override
    public void renewed(TokenGrant grant, Instant now) {
        lost.remove(grant.credentials());
    }

    public Optional<TokenTrouble> trouble(CredentialsId credentials) {
        return Optional.ofNullable(lost.get(credentials));
    }
}
