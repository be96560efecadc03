package io.patchbay.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

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

    /** Whether an attempt may be made; it counts as failed until it {@link #succeeded}, so that many at once gain nothing. */
    boolean admits(String account, String address) {
        var ofAccount = accounts.get(account);
        if (!ofAccount.tryConsume(1)) {
            return false;
        }
        if (addresses.get(network(address)).tryConsume(1)) {
            return true;
        }
        ofAccount.addTokens(1);
        return false;
    }

    void succeeded(String account, String address) {
        accounts.get(account).addTokens(1);
        addresses.get(network(address)).addTokens(1);
    }

    /** Of IPv6 the first half: whoever has one such address usually has all that share it. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(wide.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static Bucket bucket(int attempts, Duration oneMoreEvery) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(1, oneMoreEvery))
                .build();
    }
}
