package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.OutgoingRequest;
import java.time.Clock;

/**
 * The other side, for as long as one check or exchange lasts.
 *
 * @param leaving called before a request with a body is on its way
 */
record Vendor(Egress egress, Deadline deadline, Clock clock, Runnable leaving) {

    Vendor(Egress egress, Deadline deadline, Clock clock) {
        this(egress, deadline, clock, () -> {});
    }

    Exchange send(OutgoingRequest request) {
        return egress.send(request, deadline, leaving);
    }
}
