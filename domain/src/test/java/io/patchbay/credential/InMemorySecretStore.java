package io.patchbay.credential;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory, in plain. */
public class InMemorySecretStore implements SecretStore {

    private record Key(CompanyId company, SecretId id) {}

    private final Map<Key, Secret> kept = new ConcurrentHashMap<>();
    private boolean keysLost;

    @Override
    public SecretId keep(CompanyId company, Secret secret) {
        var id = SecretId.next();
        kept.put(new Key(company, id), secret);
        return id;
    }

    @Override
    public Secret reveal(CompanyId company, SecretId id) {
        var secret = kept.get(new Key(company, id));
        if (secret == null) {
            throw new IllegalStateException("No such secret");
        }
        if (keysLost) {
            throw new UnreadableSecret(UnreadableSecret.Reason.KEY_MISSING, "The key is lost", null);
        }
        return secret;
    }

    /** From now on nothing can be read. */
    public void loseKeys() {
        keysLost = true;
    }

    @Override
    public void forget(CompanyId company, Collection<SecretId> ids) {
        ids.forEach(id -> kept.remove(new Key(company, id)));
    }

    /** How many secrets are kept. */
    public int size() {
        return kept.size();
    }
}
