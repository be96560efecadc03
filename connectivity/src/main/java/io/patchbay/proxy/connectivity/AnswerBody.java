package io.patchbay.proxy.connectivity;

import io.patchbay.connectivity.StreamedAnswer;
import io.patchbay.proxy.ProxyAnswer;
import java.io.IOException;

/** The body of a streamed answer. */
final class AnswerBody implements ProxyAnswer.Body {

    private final StreamedAnswer answer;

    AnswerBody(StreamedAnswer answer) {
        this.answer = answer;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return answer.read(buffer);
    }

    @Override
    public boolean hasMore() throws IOException {
        return answer.hasMore();
    }

    @Override
    public void close() {
        answer.close();
    }
}
