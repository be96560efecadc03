package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.CredentialDestination.Place;

/** A token in the Authorization header (RFC 6750). */
final class BearerToken implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        return RequestParts.placed(access, request)
                .flatMap(with -> access.value(Place.BEARER_TOKEN)
                        .flatMap(token -> RequestParts.header(with, "Authorization", "Bearer " + token)))
                .<Prepared>map(Prepared.Ready::new)
                .orElseGet(Prepared::unusable);
    }
}
