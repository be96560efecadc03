package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.CredentialDestination.Place;

/** A token for the application itself (RFC 6749, section 4.4). */
final class ClientCredentials implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        var client = access.value(Place.CLIENT_ID).map(ClientID::new);
        var placed = RequestParts.placed(access, request);
        if (client.isEmpty() || placed.isEmpty()) {
            return Prepared.unusable();
        }
        return new TokenEndpoint(access, vendor)
                .token(new ClientCredentialsGrant(), client.get(), TokenEndpoint.scope(access))
                .on(access, placed.get());
    }
}
