package io.patchbay.limit;

import io.patchbay.system.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was taken of a set of credentials' limits lately, by all nodes, and what the vendor said. Within no span, wherever it
 * begins, do more requests leave than the limit allows: permits count from when they are taken until a span after the moment
 * by which they must be used.
 *
 * @param uses oldest first
 * @param pausedUntil until when the vendor asked to be left alone; null: it did not
 * @param remaining what is left of the usual limit by the vendor's count; null: ours is all that there is
 * @param urgentUntil until when bulk use stands back, because something urgent found nothing; null: nothing did
 */
public record Ledger(
        List<Use> uses,
        @Nullable Instant pausedUntil,
        @Nullable Remaining remaining,
        @Nullable Instant urgentUntil) {

    /** Nothing was taken and nothing was said. */
    public static final Ledger EMPTY = new Ledger(List.of(), null, null, null);

    /** One in so many is kept for what is urgent. */
    private static final int RESERVE = 20;

    /** One use is not told from the next within this part of a span. */
    private static final int FINENESS = 32;

    /** As long as somebody with something urgent comes again before that, bulk use stands back. */
    private static final Duration URGENT = Duration.ofSeconds(3);

    public Ledger {
        uses = List.copyOf(uses);
    }

    /**
     * Permits that were taken.
     *
     * @param from when the first of them was taken
     * @param until when the last of them is used at the latest
     */
    public record Use(Instant from, Instant until, int permits) {}

    /**
     * What the vendor says is left.
     *
     * @param until when all of it is there again
     * @param asOf when the request was sent to which that was the answer
     */
    public record Remaining(int requests, Instant until, Instant asOf) {

        Remaining less(int permits) {
            return new Remaining(Math.max(0, requests - permits), until, asOf);
        }
    }

    /** Takes what may be taken now. */
    Take take(Ask ask, Instant now) {
        var current = givenBack(ask.unused()).told(ask.heard(), now).at(ask.limits(), now);
        if (current.pausedUntil != null) {
            return new Take.Wait(current, Duration.between(now, current.pausedUntil), true);
        }
        var free = ask.limits().all().stream()
                .mapToInt(limit -> current.free(limit, ask, now))
                .min()
                .orElse(Integer.MAX_VALUE);
        var standsBack = current.urgentUntil != null && !ask.urgent();
        return free > 0 && !standsBack ? current.granted(ask, free, now) : current.refused(ask, now);
    }

    /** The same after the vendor asked to be left alone. */
    Ledger paused(Duration time, Instant now) {
        var until = now.plus(time);
        return pausedUntil != null && pausedUntil.isAfter(until)
                ? this
                : new Ledger(uses, until, remaining, urgentUntil);
    }

    /** From when on this is as good as empty, as far as anything lasts for the longest span. */
    Instant idleAt(Duration longestSpan) {
        var latest = Instant.EPOCH;
        for (var use : uses) {
            latest = later(latest, use.until().plus(longestSpan));
        }
        latest = pausedUntil == null ? latest : later(latest, pausedUntil);
        return remaining == null ? latest : later(latest, remaining.until());
    }

    private Take granted(Ask ask, int free, Instant now) {
        // Bulk use leaves some for other nodes; what is urgent is never much.
        var permits = Math.min(ask.permits(), ask.urgent() ? free : Math.max(1, free / 4));
        var until = now.plus(ask.life());
        var next = new ArrayList<>(uses);
        next.add(new Use(now, until, permits));
        var left = remaining == null ? null : remaining.less(permits);
        var stillUrgent = ask.urgent() ? null : urgentUntil;
        return new Take.Granted(
                new Ledger(shortened(next, ask.limits(), now), null, left, stillUrgent), permits, until);
    }

    private Take refused(Ask ask, Instant now) {
        var limits = ask.limits().all().stream()
                .filter(limit -> free(limit, ask, now) <= 0)
                .map(limit -> next(limit, ask, now));
        var until = Stream.concat(limits, ask.urgent() ? Stream.empty() : Stream.ofNullable(urgentUntil))
                .max(Instant::compareTo)
                .orElseThrow();
        var asked = ask.urgent() ? new Ledger(uses, null, remaining, now.plus(URGENT)) : this;
        return new Take.Wait(asked, Duration.between(now, until), false);
    }

    /** How much of a limit is there for who asks; less than nothing where the reserve is touched. */
    private int free(RateLimit limit, Ask ask, Instant now) {
        var kept = ask.urgent() ? 0 : reserve(limit);
        return saidOf(limit, ask).map(Remaining::requests).orElseGet(() -> limit.requests() - used(limit, now)) - kept;
    }

    private Instant next(RateLimit limit, Ask ask, Instant now) {
        return saidOf(limit, ask).map(Remaining::until).orElseGet(() -> {
            int tooMany = 1 - free(limit, ask, now);
            var span = limit.per().span();
            for (var use : counted(span, now)) {
                tooMany -= use.permits();
                if (tooMany <= 0) {
                    return use.until().plus(span);
                }
            }
            throw new IllegalStateException("A limit that is used up was used");
        });
    }

    /** The vendor's count takes the place of ours, but never where an instance was limited to less. */
    private Optional<Remaining> saidOf(RateLimit limit, Ask ask) {
        return limit.equals(ask.limits().usual()) ? Optional.ofNullable(remaining) : Optional.empty();
    }

    private int used(RateLimit limit, Instant now) {
        return counted(limit.per().span(), now).stream().mapToInt(Use::permits).sum();
    }

    private List<Use> counted(Duration span, Instant now) {
        return uses.stream().filter(use -> use.until().plus(span).isAfter(now)).toList();
    }

    /** Kept for what is urgent: nothing where that need not wait for longer than a second. */
    private static int reserve(RateLimit limit) {
        var part = limit.requests() / RESERVE;
        return part == 0 && limit.requests() > 1 && limit.per() != RateLimit.Unit.SECOND ? 1 : part;
    }

    private Ledger givenBack(Ask.@Nullable Unused unused) {
        if (unused == null) {
            return this;
        }
        var next = new ArrayList<>(uses);
        for (int i = 0; i < next.size(); i++) {
            var use = next.get(i);
            if (!use.until().isBefore(unused.until())) {
                next.set(i, new Use(use.from(), use.until(), Math.max(0, use.permits() - unused.permits())));
                break;
            }
        }
        return new Ledger(next.stream().filter(use -> use.permits() > 0).toList(), pausedUntil, remaining, urgentUntil);
    }

    private Ledger told(Ask.@Nullable Heard heard, Instant now) {
        if (heard == null) {
            return this;
        }
        var asOf = now.minus(heard.sinceSent());
        if (remaining != null && remaining.asOf().isAfter(asOf)) {
            return this;
        }
        var left = heard.left();
        var until = now.minus(heard.sinceAnswered()).plus(left.resetsIn());
        var said = new Remaining(left.requests(), until, asOf).less(takenSince(asOf));
        return new Ledger(uses, pausedUntil, said, urgentUntil);
    }

    /** What the vendor cannot have counted yet. Of permits taken before, at least the one that it answers to was used. */
    private int takenSince(Instant moment) {
        return uses.stream()
                .filter(use -> use.until().isAfter(moment))
                .mapToInt(use -> use.from().isAfter(moment) ? use.permits() : use.permits() - 1)
                .sum();
    }

    /** Without what is over. */
    private Ledger at(LimitsInForce limits, Instant now) {
        return new Ledger(
                counted(limits.longestSpan(), now),
                ifAfter(pausedUntil, Function.identity(), now),
                ifAfter(remaining, Remaining::until, now),
                ifAfter(urgentUntil, Function.identity(), now));
    }

    private static <T> @Nullable T ifAfter(@Nullable T thing, Function<T, Instant> end, Instant now) {
        return thing != null && end.apply(thing).isAfter(now) ? thing : null;
    }

    /** Neighbours become one, so that there are never many; the later end counts for both, which only counts them longer. */
    private static List<Use> shortened(List<Use> uses, LimitsInForce limits, Instant now) {
        var shorter = new ArrayList<Use>();
        for (var use : uses) {
            var last = shorter.isEmpty() ? null : shorter.getLast();
            var age = Duration.between(use.until(), now);
            var fine = limits.all().stream()
                    .map(limit -> limit.per().span())
                    .filter(span -> span.compareTo(age) > 0)
                    .min(Duration::compareTo)
                    .orElse(limits.longestSpan())
                    .dividedBy(FINENESS);
            if (last != null && Duration.between(last.from(), use.from()).compareTo(fine) <= 0) {
                shorter.set(
                        shorter.size() - 1,
                        new Use(last.from(), later(last.until(), use.until()), last.permits() + use.permits()));
            } else {
                shorter.add(use);
            }
        }
        return shorter;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
