package io.patchbay.demoshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people have allowed apps, with the tokens that say so, in the memory of this process. Thread-safe. */
final class Grants {

    static final Duration GRACE = Duration.ofSeconds(30);

    private static final int MOST = 1000;

    private final Clock clock;
    private final Expiring<Family> accessTokens;

    /** By every refresh token that was ever given for it. */
    private final LinkedHashMap<String, Family> refreshTokens = new LinkedHashMap<>();

    private volatile RefreshReuse reuse = RefreshReuse.SINGLE_USE;

    /** Prints nothing of the tokens. */
    record Tokens(String accessToken, String refreshToken, Grant grant) {

        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }

    /** One grant and the refresh tokens that followed each other. */
    private static final class Family {

        private final Grant grant;
        private String current = "";
        private @Nullable String previous;
        private Instant replacedAt = Instant.MIN;
        private boolean gone;

        private Family(Grant grant) {
            this.grant = grant;
        }
    }

    Grants(Clock clock) {
        this.clock = clock;
        this.accessTokens = new Expiring<>(clock, AccessTokens.LIFETIME);
    }

    RefreshReuse reuse() {
        return reuse;
    }

    void become(RefreshReuse kind) {
        reuse = kind;
    }

    synchronized Tokens begin(Grant grant) {
        var family = new Family(grant);
        rotate(family);
        return tokens(family);
    }

    /** New tokens for a refresh token; empty where it is unknown, used up or revoked. */
    synchronized Optional<Tokens> refresh(String refreshToken) {
        var family = refreshTokens.get(refreshToken);
        if (family == null || family.gone) {
            return Optional.empty();
        }
        if (refreshToken.equals(family.current)) {
            if (reuse != RefreshReuse.REUSABLE) {
                rotate(family);
            }
            return Optional.of(tokens(family));
        }
        if (stillAccepted(family, refreshToken)) {
            return Optional.of(tokens(family));
        }
        // Somebody else may have it: a thief, or the app that was given a newer one.
        if (reuse == RefreshReuse.SINGLE_USE) {
            end(family);
        }
        return Optional.empty();
    }

    /** What a token that is valid now allows. */
    synchronized Optional<Grant> of(String accessToken) {
        return accessTokens.find(accessToken).map(family -> family.grant);
    }

    synchronized void endThatOf(String refreshToken) {
        Optional.ofNullable(refreshTokens.get(refreshToken)).ifPresent(this::end);
    }

    synchronized void revokeAll() {
        accessTokens.forget(every -> true);
        refreshTokens.clear();
    }

    int count() {
        return accessTokens.count();
    }

    private boolean stillAccepted(Family family, String refreshToken) {
        return switch (reuse) {
            case SINGLE_USE -> false;
            case GRACE ->
                refreshToken.equals(family.previous) && clock.instant().isBefore(family.replacedAt.plus(GRACE));
            case REUSABLE -> true;
        };
    }

    private void rotate(Family family) {
        family.previous = family.current;
        family.current = Opaque.word();
        family.replacedAt = clock.instant();
        if (refreshTokens.size() == MOST) {
            refreshTokens.pollFirstEntry();
        }
        refreshTokens.put(family.current, family);
    }

    private void end(Family family) {
        family.gone = true;
        accessTokens.forget(family::equals);
    }

    private Tokens tokens(Family family) {
        return new Tokens(accessTokens.keep(family), family.current, family.grant);
    }
}
