package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.OutgoingRequest;
import java.time.Clock;

/** The other side, for as long as one check lasts. */
record Vendor(Egress egress, Deadline deadline, Clock clock) {

    Exchange send(OutgoingRequest request) {
        return egress.send(request, deadline);
    }
}
