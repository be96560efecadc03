package io.patchbay.limit;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Those on this node who want to send with one set of credentials, in the order of their turns. Permits are taken from the
 * ledger by one thread for all of them, and only while somebody waits; waiting itself holds no database connection.
 */
final class Line {

    /** Others may give back what they took. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final LimitKey key;
    private final LimitSteps steps;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingUrgent = lock.newCondition();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private long arrivals;
    private boolean served;
    private @Nullable Lease lease;
    private @Nullable Said said;
    private Duration lastTake = Duration.ZERO;
    private boolean plenty;
    private long lastUse = System.nanoTime();

    Line(LimitKey key, LimitSteps steps) {
        this.key = key;
        this.steps = steps;
    }

    private record Said(VendorWord.Left left, long sentAt, long answeredAt) {

        Ask.Heard heard(long now) {
            return new Ask.Heard(left, Duration.ofNanos(now - sentAt), Duration.ofNanos(now - answeredAt));
        }
    }

    Turn acquire(LimitsInForce limits, Priority priority, Duration longest) {
        Waiting me;
        lock.lock();
        try {
            var now = System.nanoTime();
            lastUse = now;
            if (isNext(priority) && lease != null && lease.use(limits, now)) {
                return Turn.GRANTED;
            }
            var likely = limits.pace().multipliedBy(ahead(priority));
            if (likely.compareTo(longest) > 0) {
                return new Turn.Refused(likely, false);
            }
            me = new Waiting(limits, priority, arrivals++, now + longest.toNanos(), new CompletableFuture<>());
            waiting.add(me);
            serve(priority);
        } finally {
            lock.unlock();
        }
        return turn(me, longest);
    }

    /** What the vendor says is left is told to the others with the next permits that are taken. */
    void hear(VendorWord.Left left, Duration age) {
        lock.lock();
        try {
            var now = System.nanoTime();
            var sentAt = now - age.toNanos();
            if (said == null || said.sentAt() - sentAt < 0) {
                said = new Said(left, sentAt, now);
                cutTo(left.requests());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Uses nothing any more that was taken before the vendor asked for patience. */
    void stop() {
        lock.lock();
        try {
            cutTo(0);
        } finally {
            lock.unlock();
        }
    }

    private void cutTo(int permits) {
        if (lease != null) {
            lease.cutTo(permits);
        }
    }

    /** Whether nobody has come for so long. */
    boolean isIdle(Duration time) {
        lock.lock();
        try {
            return waiting.isEmpty() && !served && System.nanoTime() - lastUse > time.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private boolean isNext(Priority priority) {
        var first = waiting.peek();
        return first == null || first.priority().compareTo(priority) > 0;
    }

    private long ahead(Priority priority) {
        return waiting.stream()
                .filter(other -> other.priority().compareTo(priority) <= 0)
                .count();
    }

    private void serve(Priority priority) {
        if (!served) {
            served = true;
            Thread.ofVirtual().name("rate-limit").start(this::serveAll);
        } else if (priority.urgent()) {
            somethingUrgent.signal();
        }
    }

    private Turn turn(Waiting me, Duration longest) {
        try {
            return me.turn().get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return left(me);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return left(me);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The rate limit cannot be kept now", failure.getCause());
        }
    }

    /** The turn may have come at the very last moment. */
    private Turn left(Waiting me) {
        lock.lock();
        try {
            waiting.remove(me);
            return me.turn().getNow(new Turn.Refused(me.limits().pace().multipliedBy(ahead(me.priority()) + 1), false));
        } finally {
            lock.unlock();
        }
    }

    private void serveAll() {
        try {
            var ask = next();
            while (ask != null) {
                var start = System.nanoTime();
                var take = steps.take(key, ask);
                took(ask, take, start);
                ask = next();
            }
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
    }

    /** Hands out what there is; null: everybody was served. */
    private @Nullable Ask next() {
        lock.lock();
        try {
            var now = System.nanoTime();
            var first = waiting.peek();
            while (first != null && lease != null && lease.use(first.limits(), now)) {
                waiting.remove();
                first.turn().complete(Turn.GRANTED);
                first = waiting.peek();
            }
            served = first != null;
            return first == null ? null : ask(first, now);
        } finally {
            lock.unlock();
        }
    }

    private Ask ask(Waiting first, long now) {
        var urgent = first.priority().urgent();
        var wanted = waiting.stream()
                .filter(other -> other.priority().urgent() == urgent)
                .count();
        var usual = lease == null || urgent ? 1 : lease.next(now);
        var unused = lease == null ? null : lease.giveBack();
        var heard = said == null ? null : said.heard(now);
        said = null;
        var life = Lease.life(first.limits(), lastTake, plenty);
        return new Ask(first.limits(), urgent, (int) Math.max(wanted, usual), life, unused, heard);
    }

    private void took(Ask ask, Take take, long start) {
        lock.lock();
        try {
            lastTake = Duration.ofNanos(System.nanoTime() - start);
            plenty = take instanceof Take.Granted granted && granted.permits() == ask.permits();
            switch (take) {
                case Take.Granted granted -> lease = new Lease(ask.limits(), granted, start, ask.life());
                case Take.Wait wait -> sleep(ask, wait);
            }
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Ask ask, Take.Wait wait) {
        var now = System.nanoTime();
        waiting.removeIf(it -> (ask.urgent() || !it.priority().urgent())
                && !it.canWait(wait.time(), now)
                && it.turn().complete(new Turn.Refused(wait.time(), wait.vendorAsked())));
        var first = waiting.peek();
        if (first == null || first.priority().urgent() != ask.urgent()) {
            return;
        }
        var time = wait.time().compareTo(LONGEST_SLEEP) < 0 ? wait.time() : LONGEST_SLEEP;
        try {
            somethingUrgent.awaitNanos(time.toNanos());
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException("Whoever serves the line is not stopped", nobodyDoes);
        }
    }

    private void fail(Throwable failure) {
        lock.lock();
        try {
            served = false;
            waiting.forEach(it -> it.turn().completeExceptionally(failure));
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }
}
