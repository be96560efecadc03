package io.patchbay.connectivity;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;

/**
 * An answer that comes before the request is out ends the sending. Where something is encrypted only a read can tell an
 * answer from other records, and it waits for a millisecond when there is none. Refusals come at the beginning, so there
 * the waiting is worth it: it also gives the system the time to say so. Done all along, for every eight kilobytes, as the
 * library does by itself, it would hold an upload to eight megabytes a second.
 */
final class EarlyAnswers implements ResponseOutOfOrderStrategy {

    /** Bytes in which looks are frequent and patient: they cost 32 milliseconds at most. */
    static final int BEGINNING = 512 * 1024;

    private static final int FIRST_DISTANCE = 16 * 1024;
    /** Bytes between two looks into an encrypted connection afterwards: a quarter of a gigabyte a second at most. */
    static final int DISTANCE = 256 * 1024;

    private final ResponseOutOfOrderStrategy first = new MonitoringResponseOutOfOrderStrategy(FIRST_DISTANCE);
    private final ResponseOutOfOrderStrategy then = new MonitoringResponseOutOfOrderStrategy(DISTANCE);

    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        if (sent < BEGINNING) {
            return first.isEarlyResponseDetected(request, connection, in, sent, next);
        }
        return connection.getSSLSession() == null
                ? in.available() > 0
                : then.isEarlyResponseDetected(request, connection, in, sent, next);
    }
}
