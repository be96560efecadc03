package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;

/** What came of asking for a token. */
sealed interface Issuing {

    record Issued(IssuedToken token) implements Issuing {}

    record Refused(Verdict verdict) implements Issuing {}

    /** The request with the token on it and with what its fields place, if there is a token. */
    default Prepared on(Access access, OutgoingRequest request) {
        return switch (this) {
            case Refused(var verdict) -> new Prepared.Refused(verdict);
            case Issued(var token) -> token.on(access, request);
        };
    }
}
