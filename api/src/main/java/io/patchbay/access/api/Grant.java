package io.patchbay.access.api;

import io.patchbay.access.CheckReason;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vendor granted, as clients see it: everything but the tokens. */
record Grant(
        TokenState state,
        @Nullable String account,
        List<String> scopes,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable CheckReason reason,
        @Nullable Instant retryAt) {

    static Grant of(TokenGrant grant, Instant now) {
        var tokens = grant.tokens();
        var setback = grant.setback();
        var state = grant.state(now);
        return new Grant(
                state,
                tokens == null ? null : tokens.account(),
                tokens == null ? List.of() : tokens.scopes(),
                tokens == null ? null : tokens.issuedAt(),
                tokens == null ? null : tokens.expiresAt(),
                setback == null ? null : CheckReason.of(setback.trouble()),
                setback == null || state != TokenState.BACKOFF ? null : setback.retryAt());
    }
}
