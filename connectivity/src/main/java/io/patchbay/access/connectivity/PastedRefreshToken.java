package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.CredentialDestination.Place;

/** A token for a refresh token that the person obtained at the vendor (RFC 6749, section 6). */
final class PastedRefreshToken implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        var client = access.value(Place.CLIENT_ID).map(ClientID::new);
        var token = access.value(Place.REFRESH_TOKEN).map(RefreshToken::new);
        var placed = RequestParts.placed(access, request);
        if (client.isEmpty() || token.isEmpty() || placed.isEmpty()) {
            return Prepared.unusable();
        }
        return new TokenEndpoint(access, vendor)
                .token(new RefreshTokenGrant(token.get()), client.get(), TokenEndpoint.scope(access))
                .on(access, placed.get());
    }
}
