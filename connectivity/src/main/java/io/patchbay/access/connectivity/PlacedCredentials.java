package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;

/** Credentials that go into the request as they are: one key, several headers, or nothing at all. */
final class PlacedCredentials implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        return RequestParts.placed(access, request)
                .<Prepared>map(Prepared.Ready::new)
                .orElseGet(Prepared::unusable);
    }
}
