package io.patchbay.limit;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Ledgers of one node; whoever calls sees to it that only one does so at a time, as {@link #steps()} does. */
public class InMemoryLedgers implements Ledgers {

    private record Kept(Ledger ledger, Instant idleAt) {}

    private final Map<LimitKey, Kept> kept = new HashMap<>();
    private final Clock clock;

    public InMemoryLedgers(Clock clock) {
        this.clock = clock;
    }

    /** Ledgers by a clock on which a minute passes whenever somebody looks, so that no limit is ever used up. */
    public static InMemoryLedgers ofPlenty() {
        return new InMemoryLedgers(new Clock() {
            private Instant now = Instant.parse("2026-11-22T12:00:00Z");

            @Override
            public synchronized Instant instant() {
                now = now.plus(Duration.ofMinutes(1));
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    /** What a transaction does in the database, a monitor does here. */
    public LimitSteps steps() {
        return new LimitSteps(this) {
            @Override
            public Take take(LimitKey key, Ask ask) {
                synchronized (kept) {
                    return super.take(key, ask);
                }
            }

            @Override
            public void pause(LimitKey key, LimitsInForce limits, Duration time) {
                synchronized (kept) {
                    super.pause(key, limits, time);
                }
            }
        };
    }

    @Override
    public Locked lock(LimitKey key) {
        var found = kept.get(key);
        return new Locked(key, found == null ? Ledger.EMPTY : found.ledger(), clock.instant(), found != null);
    }

    @Override
    public void keep(Locked before, Ledger after, Instant idleAt) {
        kept.put(before.key(), new Kept(after, idleAt));
    }

    @Override
    public Map<LimitKey, Duration> pauses() {
        var now = clock.instant();
        synchronized (kept) {
            return kept.entrySet().stream()
                    .filter(entry -> isPaused(entry.getValue(), now))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> Duration.between(
                                    now, entry.getValue().ledger().pausedUntil())));
        }
    }

    @Override
    public Map<CredentialsId, Instant> pausedUntil(CompanyId company, Collection<CredentialsId> credentials) {
        var now = clock.instant();
        synchronized (kept) {
            return kept.entrySet().stream()
                    .filter(entry -> entry.getKey().company().equals(company)
                            && credentials.contains(entry.getKey().credentials())
                            && isPaused(entry.getValue(), now))
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().credentials(),
                            entry -> entry.getValue().ledger().pausedUntil()));
        }
    }

    @Override
    public int removeIdle(int most) {
        var now = clock.instant();
        synchronized (kept) {
            var before = kept.size();
            kept.values().removeIf(it -> !it.idleAt().isAfter(now));
            return before - kept.size();
        }
    }

    private static boolean isPaused(Kept it, Instant now) {
        var until = it.ledger().pausedUntil();
        return until != null && until.isAfter(now);
    }
}
