package io.patchbay.connectivity;

import javax.net.ssl.KeyManager;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The certificate that is shown where a connection is made for one request, and whether the server asked for one. */
final class ShownIdentity {

    private static final String ATTRIBUTE = ShownIdentity.class.getName();

    private final @Nullable ClientIdentity identity;
    private volatile boolean asked;

    /** Null: there is none to show. */
    ShownIdentity(@Nullable ClientIdentity identity) {
        this.identity = identity;
    }

    void in(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Null: nothing is shown. */
    static @Nullable KeyManager of(HttpContext context) {
        return context.getAttribute(ATTRIBUTE) instanceof ShownIdentity shown ? shown.keys() : null;
    }

    /** Many servers hang up on certificates that they do not know, without a word. */
    EgressFailure blamed(EgressFailure failure) {
        return asked && (failure == EgressFailure.REFUSED || failure == EgressFailure.TLS)
                ? EgressFailure.TLS_OWN_CERTIFICATE
                : failure;
    }

    private @Nullable KeyManager keys() {
        return identity == null ? null : identity.shown(() -> asked = true);
    }
}
