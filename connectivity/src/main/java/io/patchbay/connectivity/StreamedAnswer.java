package io.patchbay.connectivity;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** An answer that comes in while it is read. Closing it early ends the connection, so that nothing comes any more. */
public final class StreamedAnswer implements AutoCloseable {

    private final ClassicHttpResponse response;
    private final Transfer transfer;
    private final @Nullable InputStream body;
    private boolean whole;

    StreamedAnswer(ClassicHttpResponse response, Transfer transfer) throws IOException {
        this.response = response;
        this.transfer = transfer;
        this.body = response.getEntity() == null ? null : response.getEntity().getContent();
        this.whole = body == null;
    }

    public int status() {
        return response.getCode();
    }

    /** In the order in which they came. */
    public List<Header> headers() {
        return Stream.of(response.getHeaders())
                .map(header -> Header.open(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }

    /** Of the body; 0 where there is none, -1 where the system did not say. */
    public long length() {
        return response.getEntity() == null ? 0 : response.getEntity().getContentLength();
    }

    /** As {@link InputStream#read(byte[])}; throws too where the system was silent too long, and where nobody waits any more. */
    public int read(byte[] buffer) throws IOException {
        if (body == null) {
            return -1;
        }
        transfer.begins(Transfer.Step.READING);
        try {
            int read = body.read(buffer);
            whole = read < 0;
            return read;
        } finally {
            transfer.begins(Transfer.Step.ELSEWHERE);
        }
    }

    /** Whether some of it is there already. */
    public boolean hasMore() throws IOException {
        return body != null && body.available() > 0;
    }

    @Override
    public void close() {
        transfer.end();
        if (!whole) {
            // Closing alone would read the rest, however long that is.
            transfer.cut();
        }
        Closer.closeQuietly(response);
    }
}
