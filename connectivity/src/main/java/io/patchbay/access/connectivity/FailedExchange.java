package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.EgressFailure;
import java.util.Objects;

/** What it says about an access that a system did not answer. */
public record FailedExchange(AccessStatus status, CheckReason reason) {

    public static FailedExchange of(EgressFailure failure) {
        var verdict = Verdicts.ofFailure(failure);
        return new FailedExchange(
                verdict.status(), Objects.requireNonNullElse(verdict.reason(), CheckReason.UNEXPECTED_ANSWER));
    }
}
