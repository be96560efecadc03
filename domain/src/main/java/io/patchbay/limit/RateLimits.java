package io.patchbay.limit;

import io.patchbay.credential.Credentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests to third-party systems within their limits, on all nodes together (decision 0026). Whoever wants to send
 * acquires a turn before and tells what the vendor answered after. Not to be called with a transaction open: somebody may have
 * to wait. Thread-safe.
 */
public final class RateLimits {

    private static final System.Logger LOG = System.getLogger(RateLimits.class.getName());

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /** After so long it is noticed that an instance's own limit was changed. */
    private static final Duration OWN_LIMIT_FRESH = Duration.ofSeconds(3);

    private final LimitWatch watch;
    private final LimitSteps steps;
    private final Pauses pauses;
    private final OwnLimits ownLimits;
    private final ConcurrentMap<LimitKey, Line> lines = new ConcurrentHashMap<>();
    private final ConcurrentMap<LimitKey, Own> own = new ConcurrentHashMap<>();

    /** Keeps limits while nobody watches. */
    public RateLimits(LimitSteps steps, Ledgers ledgers, OwnLimits ownLimits) {
        this(steps, ledgers, ownLimits, LimitWatch.NONE);
    }

    public RateLimits(LimitSteps steps, Ledgers ledgers, OwnLimits ownLimits, LimitWatch watch) {
        this.watch = watch;
        this.steps = steps;
        this.pauses = new Pauses(ledgers);
        this.ownLimits = ownLimits;
    }

    private record Own(@Nullable RateLimit limit, long readAt) {

        boolean fresh(long now) {
            return now - readAt < OWN_LIMIT_FRESH.toNanos();
        }
    }

    /** A system as one set of credentials may use it. */
    public Limited of(CompanyId company, SystemDefinition system, Credentials credentials) {
        var key = LimitKey.of(company, credentials);
        return new Limited(
                this, key, system, new LimitsInForce(system.defaults().rateLimit(), own(key)));
    }

    private @Nullable RateLimit own(LimitKey key) {
        var now = System.nanoTime();
        var known = own.get(key);
        if (known == null || !known.fresh(now)) {
            known = new Own(ownLimits.of(key).orElse(null), now);
            own.put(key, known);
        }
        return known.limit();
    }

    /**
     * Waits until one request may leave: fair among those of one priority on a node, the urgent first on all of them.
     *
     * @param longest how long to wait at most; who would have to wait longer is refused as soon as that is known
     */
    public Turn acquire(LimitKey key, LimitsInForce limits, Priority priority, Duration longest) {
        var start = System.nanoTime();
        var turn = waitedFor(key, limits, priority, longest);
        watch.waited(priority, turn, Duration.ofNanos(System.nanoTime() - start));
        return turn;
    }

    private Turn waitedFor(LimitKey key, LimitsInForce limits, Priority priority, Duration longest) {
        var pause = pauses.left(key);
        if (pause.compareTo(longest) > 0) {
            return new Turn.Refused(pause, true);
        }
        if (limits.none()) {
            return after(pause);
        }
        var known = lines.get(key);
        var line = known == null ? lines.computeIfAbsent(key, it -> new Line(it, steps)) : known;
        if (pause.isPositive()) {
            line.stop();
        }
        return line.acquire(limits, priority, longest);
    }

    /**
     * Believes what a vendor said. Never fails, because whoever calls has an answer at hand: what cannot be written down is
     * known on this node.
     *
     * @param age how long ago the request was sent
     */
    public void told(LimitKey key, LimitsInForce limits, VendorWord word, Duration age) {
        var patience = word.patience();
        if (patience != null && patience.isPositive() && pauses.note(key, patience)) {
            tellOthers(key, limits, patience);
        }
        var usual = limits.usual();
        var line = usual == null || word.left().isEmpty() ? null : lines.get(key);
        if (line != null) {
            word.leftOf(Objects.requireNonNull(usual).per()).ifPresent(left -> line.hear(left, age));
        }
    }

    private void tellOthers(LimitKey key, LimitsInForce limits, Duration patience) {
        try {
            steps.pause(key, limits, patience);
        } catch (RuntimeException unreachable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Other nodes cannot be told that a vendor asks for patience",
                    unreachable);
        }
    }

    /** Forgets the lines of those who have not come for a while, because they are no longer in use or no longer there. */
    public void forgetIdle() {
        forgetIdle(FORGOTTEN_AFTER);
    }

    void forgetIdle(Duration time) {
        lines.values().removeIf(line -> line.isIdle(time));
        var now = System.nanoTime();
        own.values().removeIf(it -> now - it.readAt() > time.toNanos());
    }

    /** Of how many credentials anything is remembered here. */
    int remembered() {
        return Math.max(Math.max(lines.size(), own.size()), pauses.size());
    }

    private static Turn after(Duration pause) {
        if (pause.isPositive()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Turn.Refused(pause, true);
            }
        }
        return Turn.GRANTED;
    }
}
