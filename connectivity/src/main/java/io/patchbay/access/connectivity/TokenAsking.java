package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Exchange;
import io.patchbay.shared.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one type of authentication asks the vendor for a token. */
interface TokenAsking {

    /**
     * What the vendor answers, whatever that is; empty where the values make no request.
     *
     * @param refreshToken the newest one; null: none was issued yet
     */
    Optional<Exchange> ask(Access access, Vendor vendor, @Nullable Secret refreshToken);
}
