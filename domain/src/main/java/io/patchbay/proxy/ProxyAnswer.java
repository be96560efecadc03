package io.patchbay.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What came of a request. */
public sealed interface ProxyAnswer {

    /** The system did not answer. */
    record Refused(ProxyProblem problem) implements ProxyAnswer {}

    /** The program went away before there was an answer, and nobody is left who wants one. */
    record Abandoned() implements ProxyAnswer {}

    /**
     * The system answers. Whoever takes it reads the body while it comes in and closes it, whole or not; then nothing of it
     * is under way any more.
     *
     * @param headers those that may be handed back, in their order
     * @param length of the body; -1: the system did not say
     * @param body as it comes, in whatever encoding; throws where the system breaks off
     */
    record Passed(int status, List<HeaderLine> headers, long length, Body body) implements ProxyAnswer {

        public Passed {
            headers = List.copyOf(headers);
        }
    }

    /** A body that somebody has to close. */
    interface Body extends AutoCloseable {

        /** As {@link InputStream#read(byte[])}. */
        int read(byte[] buffer) throws IOException;

        /** Whether more is at hand without waiting. */
        boolean hasMore() throws IOException;

        @Override
        void close();
    }
}
