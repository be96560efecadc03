package io.patchbay.demoshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The shop's clock, which somebody may put forward. */
final class ShopClock extends Clock {

    private final Clock right;
    private volatile Duration ahead = Duration.ZERO;

    ShopClock(Clock right) {
        this.right = right;
    }

    void putForward(Duration by) {
        ahead = by;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var other = new ShopClock(right.withZone(zone));
        other.putForward(ahead);
        return other;
    }
}
