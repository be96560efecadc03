package io.patchbay.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the steps of a renewal may take.
 *
 * @param exchange how long a vendor's answer is waited for
 * @param lease how long nobody else renews; counted anew when the request leaves
 */
public record RenewalPace(Duration exchange, Duration lease) {

    /** What suits vendors. */
    public static final RenewalPace USUAL = new RenewalPace(Duration.ofSeconds(20), Duration.ofSeconds(40));

    private static final Duration MOST = Duration.ofMinutes(5);
    private static final Duration MOST_TOLD = Duration.ofDays(1);

    public RenewalPace {
        if (lease.compareTo(exchange) <= 0) {
            throw new IllegalArgumentException("A lease outlasts the exchange that it is for");
        }
    }

    /** How long a waiter waits in all: until a holder that was stopped has lost its lease, and one more has done its work. */
    Duration patience() {
        return lease.multipliedBy(2);
    }

    /** When to ask again: as the vendor says, or else after 1 second, 2, 4 and so on, 5 minutes at most. */
    static Instant retryAt(Instant now, int attempts, @Nullable Duration told) {
        if (told != null) {
            return now.plus(told.compareTo(MOST_TOLD) < 0 ? told : MOST_TOLD);
        }
        var usual = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        return now.plus(usual.compareTo(MOST) < 0 ? usual : MOST);
    }
}
