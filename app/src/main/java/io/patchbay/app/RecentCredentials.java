package io.patchbay.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.proxy.UsedCredentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.system.SystemDefinition;
import java.time.Duration;
import java.util.Map;

/**
 * Keeps what was decrypted a moment ago, so that a busy program does not cost a statement and a decryption for every secret
 * of every request. Other credentials are other keys, and whether anybody may use them is asked of the database each time.
 * In memory only. Thread-safe.
 */
final class RecentCredentials implements UsedCredentials {

    private static final Duration KEPT_FOR = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private record Key(CompanyId company, Credentials credentials) {}

    private final RevealedCredentials revealed;
    private final Cache<Key, Map<String, Secret>> recent =
            Caffeine.newBuilder().expireAfterWrite(KEPT_FOR).maximumSize(MOST).build();

    RecentCredentials(RevealedCredentials revealed) {
        this.revealed = revealed;
    }

    @Override
    public Map<String, Secret> of(CompanyId company, SystemDefinition system, Credentials credentials) {
        var key = new Key(company, credentials);
        var known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var values = Map.copyOf(revealed.of(company, system, credentials));
        recent.put(key, values);
        return values;
    }
}
