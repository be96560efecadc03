package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.Scope;
import io.patchbay.connectivity.OutgoingRequest;

/** A token for a signed assertion, as service accounts have it (RFC 7523). */
final class JwtBearer implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        var assertion = Assertion.ofGrant(access, vendor.clock());
        var placed = RequestParts.placed(access, request);
        if (assertion.isEmpty() || placed.isEmpty()) {
            return Prepared.unusable();
        }
        // The scopes are in the assertion, where vendors of service accounts look for them.
        return new TokenEndpoint(access, vendor)
                .token(new JWTBearerGrant(assertion.get()), null, new Scope())
                .on(access, placed.get());
    }
}
