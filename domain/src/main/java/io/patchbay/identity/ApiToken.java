package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program act for a company. The token itself is shown once, when it is made, and never stored.
 *
 * @param expiresAt from then on it opens nothing; null: never
 * @param lastUsedAt to the minute; null: not yet used
 * @param revokedAt from then on it opens nothing; null: not revoked
 */
public record ApiToken(
        ApiTokenId id,
        CompanyId companyId,
        Name name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything at this moment. */
    public boolean opensAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
