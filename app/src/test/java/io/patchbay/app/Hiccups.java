package io.patchbay.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Notes for how long this machine held threads up that wanted to go on. */
final class Hiccups implements AutoCloseable {

    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> watching =
            List.of(Thread.ofVirtual().start(this::watch), Thread.ofPlatform().start(this::watch));

    /** In nanoseconds. */
    long longest() {
        return longest.get();
    }

    private void watch() {
        var before = System.nanoTime();
        while (!over.get()) {
            LockSupport.parkNanos(1_000_000);
            var now = System.nanoTime();
            longest.accumulateAndGet(now - before, Math::max);
            before = now;
        }
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        for (var thread : watching) {
            thread.join();
        }
    }
}
