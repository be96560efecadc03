package io.patchbay.watching.app;

import io.micrometer.core.instrument.Counter;
import io.patchbay.proxy.ProxyAnswer;
import io.patchbay.proxy.ProxyBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes of bodies on their way to one system and back, while they pass: what is long is seen before it is over.
 *
 * @param up what programs send
 * @param down what the system answers
 */
record Traffic(Counter up, Counter down) {

    ProxyBody up(ProxyBody body) {
        return new Going(body, up);
    }

    ProxyAnswer.Body down(ProxyAnswer.Body body) {
        return new Coming(body, down);
    }

    private record Going(ProxyBody body, Counter counter) implements ProxyBody {

        @Override
        public long length() {
            return body.length();
        }

        @Override
        public InputStream open() throws IOException {
            return new Counted(body.open(), counter);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final Counter counter;

        Counted(InputStream source, Counter counter) {
            super(source);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            if (read >= 0) {
                counter.increment();
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long number) throws IOException {
            var skipped = super.skip(number);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) {
            if (bytes > 0) {
                counter.increment(bytes);
            }
        }
    }

    private record Coming(ProxyAnswer.Body body, Counter counter) implements ProxyAnswer.Body {

        @Override
        public int read(byte[] buffer) throws IOException {
            var read = body.read(buffer);
            if (read > 0) {
                counter.increment(read);
            }
            return read;
        }

        @Override
        public boolean hasMore() throws IOException {
            return body.hasMore();
        }

        @Override
        public void close() {
            body.close();
        }
    }
}
