package io.patchbay.identity.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.TokenHash;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tokens that were shown within the last second, so that a busy program does not cost a statement per request. What is
 * revoked here is forgotten at once; what another node revokes is known a second later (decision 0019). Holds no token, only
 * hashes. Thread-safe.
 */
final class RecentTokens {

    static final Duration KEPT_FOR = Duration.ofSeconds(1);

    // More programs than that at one second's work only cost their statements again.
    private static final int MOST = 10_000;

    private final Cache<TokenHash, ApiToken> byHash;

    RecentTokens() {
        this(Caffeine.newBuilder());
    }

    RecentTokens(Caffeine<Object, Object> clock) {
        this.byHash = clock.expireAfterWrite(KEPT_FOR).maximumSize(MOST).build();
    }

    /** The token of this hash, looked for where it is not known; one that does not exist is looked for each time. */
    Optional<ApiToken> find(TokenHash hash, Function<TokenHash, Optional<ApiToken>> look) {
        var known = byHash.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var found = look.apply(hash);
        found.ifPresent(token -> byHash.put(hash, token));
        return found;
    }

    /** For a token that was changed: whoever shows it next is looked up. */
    void forget(ApiTokenId id) {
        byHash.asMap().values().removeIf(token -> token.id().equals(id));
    }
}
