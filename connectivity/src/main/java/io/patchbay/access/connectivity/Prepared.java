package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.token.AccessToken;

/** Whether a request could be given its credentials. */
sealed interface Prepared {

    record Ready(OutgoingRequest request) implements Prepared {}

    /** With a token on it, which another one may take the place of. */
    record ReadyWithToken(OutgoingRequest request, AccessToken token) implements Prepared {}

    /** What it failed at, often at an exchange that comes before the request. */
    record Refused(Verdict verdict) implements Prepared {}

    /** The values have not the form that the method needs. */
    static Prepared unusable() {
        return new Refused(Verdict.unusable());
    }
}
