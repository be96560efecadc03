package io.patchbay.history;

import io.patchbay.access.AccessStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts the uptime between two moments, period by period in the order of time. Not thread-safe. */
final class UptimeCount {

    private final Instant from;
    private final Instant to;
    private Duration known = Duration.ZERO;
    private Duration operational = Duration.ZERO;
    private int outages;
    private Uptime.@Nullable Outage longest;
    private Uptime.@Nullable Outage last;
    private Instant counted;

    UptimeCount(Instant from, Instant to) {
        this.from = from;
        this.to = to;
        this.counted = from;
    }

    void add(CheckPeriod period) {
        if (period.status() == AccessStatus.NOT_CHECKED) {
            return;
        }
        var begun = later(period.begunAt(), counted);
        var ended = earlier(period.knownUntil(), to);
        if (!begun.isBefore(ended)) {
            return;
        }
        var took = Duration.between(begun, ended);
        known = known.plus(took);
        if (period.status() == AccessStatus.OPERATIONAL) {
            operational = operational.plus(took);
            last = null;
        } else {
            addOutage(begun, took);
        }
        counted = ended;
    }

    Uptime result() {
        return new Uptime(from, to, known, operational, outages, longest);
    }

    /** One status of trouble after the other is one outage; what is not known in between ends it. */
    private void addOutage(Instant begun, Duration took) {
        var before = begun.equals(counted) ? last : null;
        var outage = before == null
                ? new Uptime.Outage(begun, took)
                : new Uptime.Outage(before.from(), before.took().plus(took));
        outages += before == null ? 1 : 0;
        last = outage;
        if (longest == null || outage.took().compareTo(longest.took()) > 0) {
            longest = outage;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
