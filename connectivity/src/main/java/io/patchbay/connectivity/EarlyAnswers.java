package io.patchbay.connectivity;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;

/**
 * An answer that comes before the request is out ends the sending. Where nothing is encrypted a look costs nothing. Where
 * something is, only a read can tell an answer from other records, and it waits for a millisecond when there is none: done
 * for every eight kilobytes, as the library does by itself, that would hold an upload to eight megabytes a second.
 */
final class EarlyAnswers implements ResponseOutOfOrderStrategy {

    /** Bytes between two looks into an encrypted connection: a quarter of a gigabyte a second at most. */
    static final int DISTANCE = 256 * 1024;

    private final ResponseOutOfOrderStrategy encrypted = new MonitoringResponseOutOfOrderStrategy(DISTANCE);

    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        return connection.getSSLSession() == null
                ? in.available() > 0
                : encrypted.isEarlyResponseDetected(request, connection, in, sent, next);
    }
}
