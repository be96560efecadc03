package io.patchbay.connectivity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that is read while it is sent, in portions, so that the slower side sets the pace. */
final class StreamedBody extends AbstractHttpEntity {

    private static final int PORTION = 16 * 1024;

    private final InputStream source;
    private final long length;
    private final Transfer transfer;

    StreamedBody(InputStream source, long length, Transfer transfer) {
        super((String) null, null, length < 0);
        this.source = source;
        this.length = length;
        this.transfer = transfer;
    }

    /** That the one who sends the body failed, not the system. */
    static final class SourceFailed extends IOException {

        private static final long serialVersionUID = 1;

        SourceFailed(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var portion = new byte[PORTION];
        for (int read = next(portion); read >= 0; read = next(portion)) {
            out.write(portion, 0, read);
            if (length < 0) {
                out.flush();
            }
        }
        transfer.begins(Transfer.Step.WAITING);
    }

    private int next(byte[] portion) throws IOException {
        transfer.begins(Transfer.Step.ELSEWHERE);
        try {
            return source.read(portion);
        } catch (IOException failed) {
            // Whoever writes in chunks would end them when it is closed, and the system would take the half for the
            // whole.
            transfer.cut();
            throw new SourceFailed(failed);
        } finally {
            transfer.begins(Transfer.Step.SENDING);
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("Is written, not read");
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() {}
}
