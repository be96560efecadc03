package io.patchbay.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarlyAnswersTests {

    private static final int PORTION = 8192;

    private final EarlyAnswers answers = new EarlyAnswers();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void theBeginningIsReadBetweenTheWritesAndAnAnswerGivenTheTimeToCome() throws IOException {
        for (long sent = 0; sent < EarlyAnswers.BEGINNING; sent += PORTION) {
            seen(sent, null, new byte[0]);
        }
        assertThat(reads).hasValue(32);
    }

    @Test
    void laterAnAnswerIsSeenWithoutWaitingWhereNothingIsEncrypted() throws IOException {
        assertThat(seen(EarlyAnswers.BEGINNING, null, new byte[0])).isFalse();
        assertThat(seen(EarlyAnswers.BEGINNING + PORTION, null, new byte[1])).isTrue();
        assertThat(reads).hasValue(0);
    }

    @Test
    void laterAnEncryptedConnectionIsReadOnceInAQuarterOfAMegabyte() throws Exception {
        var session = SSLContext.getDefault().createSSLEngine().getSession();
        for (long sent = 0; sent < 4L * EarlyAnswers.DISTANCE; sent += PORTION) {
            seen(EarlyAnswers.BEGINNING + sent, session, new byte[0]);
        }
        assertThat(reads).hasValue(4);
    }

    private boolean seen(long sent, @Nullable SSLSession session, byte[] waiting) throws IOException {
        return answers.isEarlyResponseDetected(
                new BasicClassicHttpRequest("PUT", "/"), connection(session), in(waiting), sent, PORTION);
    }

    private static InputStream in(byte[] waiting) {
        return new ByteArrayInputStream(waiting);
    }

    private HttpClientConnection connection(@Nullable SSLSession session) {
        return new DefaultBHttpClientConnection(null) {
            @Override
            public @Nullable SSLSession getSSLSession() {
                return session;
            }

            @Override
            public boolean isDataAvailable(Timeout timeout) {
                reads.incrementAndGet();
                return false;
            }
        };
    }
}
