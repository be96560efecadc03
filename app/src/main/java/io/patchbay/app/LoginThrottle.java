package io.patchbay.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Slows guessing down: after a few failed attempts for one account, or more of them from one address, further ones are
 * refused without looking at the password, until time has passed. Good logins cost nothing. Each node counts for itself.
 * Thread-safe.
 */
final class LoginThrottle {

    private static final int MANY = 100_000;

    private final LoadingCache<String, Bucket> accounts = Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfterAccess(Duration.ofHours(1))
            .build(account -> bucket(5, Duration.ofSeconds(30)));

    private final LoadingCache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfterAccess(Duration.ofHours(1))
            .build(address -> bucket(20, Duration.ofSeconds(10)));

    boolean allows(String account, String address) {
        return accounts.get(account).getAvailableTokens() > 0
                && addresses.get(address).getAvailableTokens() > 0;
    }

    void failed(String account, String address) {
        accounts.get(account).tryConsume(1);
        addresses.get(address).tryConsume(1);
    }

    private static Bucket bucket(int attempts, Duration oneMoreEvery) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(1, oneMoreEvery))
                .build();
    }
}
