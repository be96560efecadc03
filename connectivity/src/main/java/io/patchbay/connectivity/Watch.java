package io.patchbay.connectivity;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks after all transfers, a few times a second, on one thread. */
final class Watch implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Set<Transfer> transfers = ConcurrentHashMap.newKeySet();
    private final Duration silence;
    private final Thread thread;
    private volatile boolean over;

    /** @param silence how long a system may do nothing */
    Watch(Duration silence) {
        this.silence = silence;
        this.thread = Thread.ofPlatform().daemon().name("egress-watch").start(this::run);
    }

    void follow(Transfer transfer) {
        transfers.add(transfer);
    }

    void forget(Transfer transfer) {
        transfers.remove(transfer);
    }

    /** How many are on their way. */
    int size() {
        return transfers.size();
    }

    private void run() {
        while (!over) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            transfers.forEach(this::look);
        }
    }

    /** One that cannot be looked at is nobody else's trouble. */
    private void look(Transfer transfer) {
        try {
            transfer.look(silence);
        } catch (RuntimeException unforeseen) {
            forget(transfer);
            transfer.cut();
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
