package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.patchbay.connectivity.Exchange;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token for a refresh token (RFC 6749, section 6): for the newest one, or as long as there is none, for the one that a
 * person obtained at the vendor and pasted.
 */
final class RefreshTokens implements TokenAsking {

    @Override
    public Optional<Exchange> ask(Access access, Vendor vendor, @Nullable Secret refreshToken) {
        var client = access.value(Place.CLIENT_ID).map(ClientID::new);
        var presented = Optional.ofNullable(refreshToken)
                .map(Secret::reveal)
                .or(() -> access.value(Place.REFRESH_TOKEN))
                .map(RefreshToken::new);
        return client.flatMap(known -> presented.flatMap(
                token -> new TokenEndpoint(access, vendor).ask(new RefreshTokenGrant(token), known, scope(access))));
    }

    /** What a person agreed to on the vendor's page stays as it is, and some vendors refuse to hear of it again. */
    private static Scope scope(Access access) {
        return access.method().type() == AuthenticationType.OAUTH2_AUTHORIZATION_CODE
                ? new Scope()
                : TokenEndpoint.scope(access);
    }
}
