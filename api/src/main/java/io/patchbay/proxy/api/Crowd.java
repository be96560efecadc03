package io.patchbay.proxy.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.patchbay.identity.ApiTokenId;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** How many requests of each API token may be on their way at once, on this node. Thread-safe. */
final class Crowd {

    private final LoadingCache<ApiTokenId, Semaphore> places;

    Crowd(int most) {
        this.places =
                Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build(token -> new Semaphore(most));
    }

    /** The places of one token. */
    Semaphore of(ApiTokenId token) {
        return places.get(token);
    }
}
