package io.patchbay.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a grant is renewed though nobody asks.
 *
 * @param aheadAt from when on, if it is in use: some time before whoever uses it would have to wait; null: not at all
 * @param keepAliveAt from when on, if it is not, because the refresh token would end; null: it would not
 * @param endsAt from when on no renewal helps and a person has to connect again; null: as far as anybody knows, never
 */
public record Upkeep(
        @Nullable Instant aheadAt,
        @Nullable Instant keepAliveAt,
        @Nullable Instant endsAt) {

    static final Upkeep NONE = new Upkeep(null, null, null);

    /** An end that comes so little later is the same one, told anew. */
    private static final Duration SAME_END = Duration.ofMinutes(10);

    static Upkeep of(TokenGrant.Kept tokens) {
        return new Upkeep(aheadAt(tokens), keepAliveAt(tokens), null);
    }

    /**
     * The same for tokens that a person has just granted. Whether a renewal moves the end of a refresh token is seen by the
     * first one, which comes in time; nobody is told before that the connection cannot be renewed.
     */
    Upkeep granted(TokenGrant.Kept tokens) {
        return new Upkeep(aheadAt, keepAliveAt, tokens.refreshToken() == null ? tokens.expiresAt() : null);
    }

    /** The same for tokens that were renewed: the end of a refresh token counts where the renewal did not move it. */
    Upkeep renewed(TokenGrant.@Nullable Kept before, TokenGrant.Kept after) {
        var end = after.refreshToken() == null ? null : after.refreshExpiresAt();
        var earlier = before == null ? null : before.refreshExpiresAt();
        var moved = end != null && earlier != null && end.isAfter(earlier.plus(SAME_END));
        return new Upkeep(aheadAt, keepAliveAt, moved ? null : end);
    }

    /** As long before renewal is due as that is before the end. */
    private static @Nullable Instant aheadAt(TokenGrant.Kept tokens) {
        var end = tokens.expiresAt();
        var due = tokens.renewAt();
        return end == null || due == null ? null : due.minus(Duration.between(due, end));
    }

    /** After three quarters of its life. */
    private static @Nullable Instant keepAliveAt(TokenGrant.Kept tokens) {
        var end = tokens.refreshExpiresAt();
        return end == null
                ? null
                : end.minus(Duration.between(tokens.issuedAt(), end).dividedBy(4));
    }
}
