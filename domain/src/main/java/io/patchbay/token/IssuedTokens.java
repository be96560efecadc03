package io.patchbay.token;

import io.patchbay.shared.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a vendor has just issued. Prints none of them.
 *
 * @param refreshToken null: the vendor gave none, or leaves the one there was in force
 * @param account as whom Patchbay is let in, in the vendor's words; null: it did not say
 * @param scopes what they are good for; empty: the vendor did not say
 * @param issuedAt by our clock, when the answer was there
 * @param expiresAt by our clock; null: the vendor did not say
 * @param refreshExpiresAt when the refresh token ends if nobody uses it; null: not known
 * @param baseUrl where the vendor wants to be spoken to from now on; null: where it always is
 */
public record IssuedTokens(
        Secret accessToken,
        @Nullable Secret refreshToken,
        @Nullable String account,
        List<String> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant refreshExpiresAt,
        @Nullable URI baseUrl) {

    public IssuedTokens {
        scopes = List.copyOf(scopes);
    }
}
