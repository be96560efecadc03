package io.patchbay.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a time a system let us in.
 *
 * @param known for how much of it anything is known; the rest is neither good nor bad
 * @param operational for how much of it the system let us in
 * @param outages how often it did not, each time without a break
 * @param longest the longest of them; null: there was none
 */
public record Uptime(
        Instant from,
        Instant to,
        Duration known,
        Duration operational,
        int outages,
        @Nullable Outage longest) {

    /** A time without a break in which a system did not let us in, as far as it lies in the time that is asked about. */
    public record Outage(Instant from, Duration took) {}

    /** The operational share of the known time, 0 to 1; null where nothing is known. */
    public @Nullable Double share() {
        return known.isZero() ? null : part(operational, known);
    }

    /** The known time in which the system did not let us in. */
    public Duration down() {
        return known.minus(operational);
    }

    /** For how much of it nothing is known: nobody had tried the credentials, or nobody looked. */
    public Duration unknown() {
        return Duration.between(from, to).minus(known);
    }

    private static double part(Duration some, Duration all) {
        return (double) some.toMillis() / Math.max(1, all.toMillis());
    }
}
