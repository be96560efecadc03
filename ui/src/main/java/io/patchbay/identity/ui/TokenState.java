package io.patchbay.identity.ui;

import io.patchbay.identity.ApiToken;
import java.time.Instant;

/** Whether an API token opens anything, and if not, why. */
enum TokenState {
    ACTIVE,
    EXPIRED,
    REVOKED;

    static TokenState of(ApiToken token, Instant now) {
        if (token.opensAt(now)) {
            return ACTIVE;
        }
        return token.revokedAt() == null ? EXPIRED : REVOKED;
    }
}
