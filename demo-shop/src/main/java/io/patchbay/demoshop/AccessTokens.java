package io.patchbay.demoshop;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The tokens that the shop has issued to clients for themselves, in the memory of this process. */
final class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(2);

    private final Expiring<String> methods;

    AccessTokens(Clock clock) {
        this.methods = new Expiring<>(clock, LIFETIME);
    }

    /** A new token for who came by this method. */
    String issue(String method) {
        return methods.keep(method);
    }

    /** By which method it was asked for; empty where it is unknown, revoked or expired. */
    Optional<String> method(String token) {
        return methods.find(token);
    }

    int count() {
        return methods.count();
    }

    void revokeAll() {
        methods.forget(method -> true);
    }
}
