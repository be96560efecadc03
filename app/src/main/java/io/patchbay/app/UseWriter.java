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
 * Writes down every second what uses say. On a thread of its own, because the scheduler's waits for vendors. At the end, when no
 * more requests are served, it does so once more.
 */
@Component
class UseWriter implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UseWriter.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

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
            thread.join();
        }
    }

    private void writeUntilTheEnd() {
        try {
            while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                write();
            }
            write();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Trouble of the database passes; what was not written then is lost or written later. */
    private void write() {
        try {
            writing.tellNews();
            complained = false;
        } catch (RuntimeException trouble) {
            if (!complained) {
                complained = true;
                LOG.warn("What uses say of statuses cannot be written down", trouble);
            }
        }
    }
}
