package io.patchbay.demoshop;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;

/** The tokens that the shop has issued, in the memory of this process; a bounded number, the oldest go first. */
final class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(2);
    static final int MOST = 1000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** The end of each; as all live equally long, the first is also the one that ends first. */
    private final LinkedHashMap<String, Instant> ends = new LinkedHashMap<>();

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue() {
        forgetExpired();
        if (ends.size() == MOST) {
            ends.pollFirstEntry();
        }
        var token = newToken();
        ends.put(token, clock.instant().plus(LIFETIME));
        return token;
    }

    synchronized boolean valid(String token) {
        forgetExpired();
        return ends.containsKey(token);
    }

    synchronized int count() {
        forgetExpired();
        return ends.size();
    }

    synchronized void revokeAll() {
        ends.clear();
    }

    private void forgetExpired() {
        var now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
    }

    private String newToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
