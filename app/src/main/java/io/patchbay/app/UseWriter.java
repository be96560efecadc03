package io.patchbay.app;

import io.patchbay.usage.UseWriting;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down every second what uses say, and every five seconds how many there were. On a thread of its own, because the
 * scheduler's waits for vendors. At the end, when no more requests are served, it does both once more.
 */
@Component
class UseWriter implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UseWriter.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A database that is away keeps nobody from stopping. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    /** So many pauses long are counts kept in memory. */
    private static final int COUNTS = 5;

    private final UseWriting writing;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean complained;

    UseWriter(UseWriting writing) {
        this.writing = writing;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("use-writer").start(this::writeUntilTheEnd);
        }
    }

    @Override
    public synchronized void destroy() throws InterruptedException {
        if (thread != null) {
            // An interruption would break a statement off.
            end.countDown();
            if (!thread.join(LONGEST_END)) {
                thread.interrupt();
            }
        }
    }

    private void writeUntilTheEnd() {
        try {
            for (var round = 1; !end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS); round++) {
                write(round % COUNTS == 0);
            }
            write(true);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(boolean counts) {
        attempt(writing::tellNews);
        if (counts) {
            attempt(() -> warnOf(writing.writeCounts()));
        }
    }

    /** Trouble of the database passes: news is told again by the next use, counts wait in memory. */
    private void attempt(Runnable work) {
        try {
            work.run();
            complained = false;
        } catch (RuntimeException trouble) {
            if (!complained) {
                complained = true;
                LOG.warn("Uses of connectors and instances cannot be written down", trouble);
            }
        }
    }

    private static void warnOf(long lost) {
        if (lost > 0) {
            LOG.warn(
                    "{} uses were not counted, because too many connectors and instances were used at once, or while"
                            + " the database was away",
                    lost);
        }
    }
}
