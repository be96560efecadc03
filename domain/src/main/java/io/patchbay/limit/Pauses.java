package io.patchbay.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which vendors asked for patience, as far as this node knows: at once what they told itself, within a second what they told
 * others. Whoever is under no limit asks nothing else, so it costs them one small statement a second, however many they are.
 */
final class Pauses {

    /** Read again by one while the others go on. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Nobody goes on with less. */
    private static final Duration STALE = Duration.ofSeconds(3);

    private static final System.Logger LOG = System.getLogger(Pauses.class.getName());

    private final Ledgers ledgers;
    private final ConcurrentMap<LimitKey, Long> ends = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile long readAt = System.nanoTime() - STALE.toNanos() - 1;

    Pauses(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** For how much longer a vendor is to be left alone; zero: it is not. */
    Duration left(LimitKey key) {
        keepFresh();
        var end = ends.get(key);
        return end == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * Notes what a vendor asked for.
     *
     * @return false where no more than that was known already
     */
    boolean note(LimitKey key, Duration time) {
        var known = ends.get(key);
        var end = System.nanoTime() + time.toNanos();
        // Many answers say the same, each a little later than the one before.
        if (known != null && end - known < FRESH.toNanos()) {
            return false;
        }
        later(key, end);
        return true;
    }

    /** Of how many it is known that they asked, lately or until later. */
    int size() {
        return ends.size();
    }

    private void keepFresh() {
        var age = System.nanoTime() - readAt;
        if (age < FRESH.toNanos()) {
            return;
        }
        if (age < STALE.toNanos()) {
            if (reading.tryLock()) {
                readAndUnlock();
            }
        } else {
            reading.lock();
            readAndUnlock();
        }
    }

    private void readAndUnlock() {
        try {
            if (System.nanoTime() - readAt >= FRESH.toNanos()) {
                read();
            }
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        var now = System.nanoTime();
        readAt = now;
        ends.values().removeIf(end -> end - now <= 0);
        try {
            ledgers.pauses().forEach((key, time) -> later(key, now + time.toNanos()));
        } catch (RuntimeException unreachable) {
            // Where the database is gone, nobody gets as far as sending; a hiccup stops nobody.
            LOG.log(System.Logger.Level.WARNING, "Cannot read which vendors asked for patience", unreachable);
        }
    }

    private void later(LimitKey key, long end) {
        ends.merge(key, end, (one, other) -> one - other > 0 ? one : other);
    }
}
