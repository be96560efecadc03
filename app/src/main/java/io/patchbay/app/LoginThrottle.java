package io.patchbay.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.patchbay.identity.EmailAddress;
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

    private final LoadingCache<Network, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfterAccess(Duration.ofHours(1))
            .build(address -> bucket(20, Duration.ofSeconds(10)));

    /** Whether an attempt may be made; it counts as failed until it {@link #succeeded}, so that many at once gain nothing. */
    boolean admits(String account, String address) {
        // The address first: a flood of made-up accounts from one address must not crowd out the true ones.
        var ofAddress = addresses.get(Network.of(address));
        if (!ofAddress.tryConsume(1)) {
            return false;
        }
        if (accounts.get(shortened(account)).tryConsume(1)) {
            return true;
        }
        ofAddress.addTokens(1);
        return false;
    }

    void succeeded(String account, String address) {
        accounts.get(shortened(account)).addTokens(1);
        addresses.get(Network.of(address)).addTokens(1);
    }

    /** No account has a longer name, and what strangers send is kept here for an hour. */
    private static String shortened(String account) {
        return account.length() <= EmailAddress.MAX_LENGTH ? account : account.substring(0, EmailAddress.MAX_LENGTH);
    }

    private static Bucket bucket(int attempts, Duration oneMoreEvery) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(1, oneMoreEvery))
                .build();
    }
}
