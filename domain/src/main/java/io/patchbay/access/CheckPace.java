package io.patchbay.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How soon something is checked again without anybody asking. Sooner where the system is unreachable, because that passes;
 * slower and slower where it refuses the credentials, because vendors lock accounts that keep failing.
 *
 * @param cadence the ordinary distance between two checks
 */
public record CheckPace(Duration cadence) {

    private static final List<Duration> UNREACHABLE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40));

    private static final List<Duration> REFUSED =
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

    /** So much sooner or later at most, so that what was made at once is not checked at once for ever. */
    private static final double JITTER = 0.1;

    /** For what is checked only when somebody asks. */
    public static final CheckPace HOURLY = new CheckPace(Duration.ofHours(1));

    /** Longer than this no system is left alone, whatever it asks for. */
    static final Duration LONGEST_PATIENCE = Duration.ofHours(24);

    public CheckPace {
        if (!cadence.isPositive()) {
            throw new IllegalArgumentException("A cadence is longer than nothing: " + cadence);
        }
    }

    /**
     * The distance to the next check.
     *
     * @param times how often in a row the check came out like that, this time included
     */
    public Duration after(AccessStatus status, int times, RandomGenerator random) {
        return jittered(exactly(status, times), random);
    }

    /**
     * Up to when a result may be taken for true where no other one follows: half as long again as the next check can take to
     * come. After that nobody looked, and nobody knows.
     */
    public Instant holdsUntil(Check check) {
        var asked = check.retryAfter() == null ? Duration.ZERO : shorter(check.retryAfter(), LONGEST_PATIENCE);
        var next = longer(asked, longest(check.status()));
        return check.checkedAt().plus(next).plus(next.dividedBy(2));
    }

    private Duration longest(AccessStatus status) {
        return status == AccessStatus.FAILED_AUTHENTICATION ? longer(REFUSED.getLast(), cadence) : cadence;
    }

    private Duration exactly(AccessStatus status, int times) {
        return switch (status) {
            case SYSTEM_UNREACHABLE ->
                times > UNREACHABLE.size() ? cadence : shorter(UNREACHABLE.get(times - 1), cadence);
            case FAILED_AUTHENTICATION -> longer(REFUSED.get(Math.min(times, REFUSED.size()) - 1), cadence);
            case OPERATIONAL, NEEDS_RECONNECT, NOT_CHECKED -> cadence;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration jittered(Duration exact, RandomGenerator random) {
        var factor = random.nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis(Math.max(1, Math.round(exact.toMillis() * factor)));
    }
}
