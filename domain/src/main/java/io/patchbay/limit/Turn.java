package io.patchbay.limit;

import java.time.Duration;

/** What came of waiting for one's turn. */
public sealed interface Turn {

    /** One request may leave, now. */
    Turn GRANTED = new Granted();

    /** One request may leave, now. */
    record Granted() implements Turn {}

    /**
     * None may leave within the time.
     *
     * @param retryAfter when it is worth another try
     * @param vendorAsked whether the vendor asked for patience; false: the limit is used up
     */
    record Refused(Duration retryAfter, boolean vendorAsked) implements Turn {

        /** In whole seconds, at least one, so that who comes back then does not come too early. */
        public long seconds() {
            return Math.max(1, retryAfter.plusMillis(999).toSeconds());
        }
    }
}
