package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.CredentialDestination.Place;

/** The client's certificate in the TLS handshake. */
final class ClientCertificate implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        var identity = Keys.identity(
                access.value(Place.CERTIFICATE).orElse(""),
                access.value(Place.PRIVATE_KEY).orElse(""),
                access.value(Place.PRIVATE_KEY_PASSPHRASE).orElse(""));
        return identity.flatMap(own -> RequestParts.placed(access, request).map(with -> with.as(own)))
                .<Prepared>map(Prepared.Ready::new)
                .orElseGet(Prepared::unusable);
    }
}
