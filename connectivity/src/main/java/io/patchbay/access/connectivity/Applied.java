package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.token.AccessToken;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether credentials could be put on a request. */
public sealed interface Applied {

    /**
     * They are on it.
     *
     * @param token the one among them that another may take the place of; null: there is none
     * @param base the base URL that the request is below
     */
    record Ready(OutgoingRequest request, @Nullable AccessToken token, URI base) implements Applied {}

    /** They could not, and what that says about the access. */
    record Refused(AccessStatus status, CheckReason reason) implements Applied {}
}
