package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.CredentialDestination.Place;

/** User name and password in the Authorization header (RFC 7617). */
final class BasicAuthentication implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        var username = access.value(Place.USERNAME)
                .or(() -> access.setting("username"))
                .orElse("");
        var password = access.value(Place.PASSWORD)
                .or(() -> access.setting("password"))
                .orElse("");
        if (username.contains(":")) {
            return Prepared.unusable();
        }
        return RequestParts.placed(access, request)
                .flatMap(with -> RequestParts.header(with, "Authorization", RequestParts.basic(username, password)))
                .<Prepared>map(Prepared.Ready::new)
                .orElseGet(Prepared::unusable);
    }
}
