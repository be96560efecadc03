package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.patchbay.connectivity.Exchange;
import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token for the application itself (RFC 6749, section 4.4). */
final class ClientCredentials implements TokenAsking {

    @Override
    public Optional<Exchange> ask(Access access, Vendor vendor, @Nullable Secret refreshToken) {
        return access.value(Place.CLIENT_ID)
                .map(ClientID::new)
                .flatMap(client -> new TokenEndpoint(access, vendor)
                        .ask(new ClientCredentialsGrant(), client, TokenEndpoint.scope(access)));
    }
}
