package io.patchbay.limit;

import java.time.Duration;
import java.time.Instant;

/** What came of asking a ledger for permits. */
sealed interface Take {

    /** The ledger as it is from now on. */
    Ledger after();

    /**
     * So many requests may leave.
     *
     * @param until when they must have left
     */
    record Granted(Ledger after, int permits, Instant until) implements Take {}

    /**
     * None may.
     *
     * @param vendorAsked whether because the vendor asked for patience
     */
    record Wait(Ledger after, Duration time, boolean vendorAsked) implements Take {}
}
