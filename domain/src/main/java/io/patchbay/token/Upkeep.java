package io.patchbay.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a grant is renewed though nobody asks.
 *
 * @param aheadAt from when on, if it is in use: some time before whoever uses it would have to wait; null: not at all
 * @param keepAliveAt from when on, if it is not, because the refresh token would end; null: it would not
 */
public record Upkeep(@Nullable Instant aheadAt, @Nullable Instant keepAliveAt) {

    static final Upkeep NONE = new Upkeep(null, null);

    static Upkeep of(TokenGrant.Kept tokens) {
        return new Upkeep(aheadAt(tokens), keepAliveAt(tokens));
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
