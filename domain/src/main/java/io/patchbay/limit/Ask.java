package io.patchbay.limit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a node wants to take of a limit.
 *
 * @param permits how many at most
 * @param life until when they are used up or given back
 * @param unused what the node took before and has not used; null: nothing
 * @param heard what the vendor told the node; null: nothing new
 */
record Ask(
        LimitsInForce limits,
        boolean urgent,
        int permits,
        Duration life,
        @Nullable Unused unused,
        @Nullable Heard heard) {

    /**
     * Permits to give back.
     *
     * @param until what was said when they were taken
     */
    record Unused(int permits, Instant until) {}

    /**
     * What is left by the vendor's count.
     *
     * @param sinceSent how long ago the request was sent
     * @param sinceAnswered how long ago the vendor said so
     */
    record Heard(VendorWord.Left left, Duration sinceSent, Duration sinceAnswered) {}
}
