package io.patchbay.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads bodies: small ones at once, however many there are, and of large ones no more at a time than there is memory for. Two
 * hundred clients that each send a megabyte slowly would fill it, and nobody would be answered any more. Who sends a large one
 * meanwhile waits to be read, which costs the server next to nothing.
 */
@Component
class Bodies {

    /** What every connection may take. */
    static final int SMALL_BYTES = 1 << 14;

    private static final int LARGE_AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int atOnce;
    private final Duration patience;
    private final Semaphore places;

    @Autowired
    Bodies() {
        this(LARGE_AT_ONCE, PATIENCE);
    }

    Bodies(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
        // Whoever has waited longest comes next.
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * Gives a body to whoever makes something of it.
     *
     * @throws NotGraphQl where it is larger than it may be, or there was no room for it
     */
    <T> T read(InputStream body, int maxBytes, Function<byte[], T> use) throws IOException {
        var beginning = body.readNBytes(SMALL_BYTES);
        if (beginning.length < SMALL_BYTES) {
            return use.apply(beginning);
        }
        if (!hasPlace()) {
            throw NotGraphQl.tooManyLarge(atOnce);
        }
        try {
            var whole = new SequenceInputStream(new ByteArrayInputStream(beginning), body).readNBytes(maxBytes + 1);
            if (whole.length > maxBytes) {
                throw NotGraphQl.tooLarge(maxBytes, -1);
            }
            return use.apply(whole);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
