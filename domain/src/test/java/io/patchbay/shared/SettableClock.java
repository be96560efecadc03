package io.patchbay.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when the test says so; it starts at noon UTC on 22 November 2026. */
public class SettableClock extends Clock {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    public void goOn(Duration duration) {
        now = now.plus(duration);
    }

    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
