package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.Scope;
import io.patchbay.connectivity.Exchange;
import io.patchbay.shared.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token for a signed assertion, as service accounts have it (RFC 7523). */
final class JwtBearer implements TokenAsking {

    @Override
    public Optional<Exchange> ask(Access access, Vendor vendor, @Nullable Secret refreshToken) {
        // The scopes are in the assertion, where vendors of service accounts look for them.
        return Assertion.ofGrant(access, vendor.clock())
                .flatMap(assertion ->
                        new TokenEndpoint(access, vendor).ask(new JWTBearerGrant(assertion), null, new Scope()));
    }
}
