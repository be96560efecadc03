package io.patchbay.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.connectivity.StreamingEgress.Streamed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long bodies, encrypted or not, and systems that answer too early, too late or not to the end. */
@Timeout(120)
class StreamingEgressTests {

    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration IMPATIENT = Duration.ofSeconds(3);
    private static final long LONG = 24L * 1024 * 1024;
    private static final long UNKNOWN = -1;
    private static final String HOST = "shop.example";

    private static TestCertificates authority;
    private static SSLContext server;

    @BeforeAll
    static void found() throws Exception {
        authority = new TestCertificates("Authority");
        server = authority.serverContext(authority.forHost(HOST));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongBodyArrivesWholeWhetherItsLengthIsKnown(boolean known) throws Exception {
        var taken = new AtomicLong();
        try (var vendor = new StreamServer(server, (head, in, out) -> {
                    taken.set(known ? inOne(in) : inChunks(in));
                    StreamServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
                var egress = egress(PATIENT)) {
            var answer = answering(egress.open(upload(vendor.at(HOST), new Endless(LONG), known ? LONG : UNKNOWN)));

            assertThat(answer.status()).isEqualTo(200);
            answer.close();
        }
        assertThat(taken).hasValue(LONG);
    }

    /** The vendor reads on, as servers do that want their answer to be read; a body that never ends is ended by the answer. */
    @ParameterizedTest
    @CsvSource({
        "true, true, 0",
        "true, true, 1000000",
        "true, true, 20000000",
        "true, false, 0",
        "true, false, 20000000",
        "false, true, 0",
        "false, true, 20000000",
        "false, false, 0",
        "false, false, 20000000",
    })
    void anEarlyAnswerEndsTheSendingHoweverEarlyItIs(boolean encrypted, boolean known, int after) throws Exception {
        try (var vendor = new StreamServer(encrypted ? server : null, (head, in, out) -> {
                    in.skipNBytes(after);
                    StreamServer.say(
                            out, "HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 3\r\n\r\nno!");
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                });
                var egress = egress(PATIENT)) {
            var answer = answering(egress.open(
                    upload(vendor.at(HOST), new Endless(Long.MAX_VALUE), known ? Long.MAX_VALUE : UNKNOWN)));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(read(answer)).isEqualTo("no!");
            answer.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatBreaksOffIsNeverTakenForWhole(boolean encrypted) throws Exception {
        var came = new CompletableFuture<String>();
        var begun = new CountDownLatch(1);
        try (var vendor = new StreamServer(encrypted ? server : null, (head, in, out) -> {
                    var all = new ByteArrayOutputStream();
                    try {
                        all.write(in.readNBytes("5\r\nhello\r\n".length()));
                        begun.countDown();
                        in.transferTo(all);
                    } finally {
                        came.complete(all.toString(StandardCharsets.ISO_8859_1));
                    }
                });
                var egress = egress(PATIENT)) {
            var streamed = egress.open(upload(vendor.at(HOST), new BreakingOff("hello", begun), UNKNOWN));

            assertThat(streamed).isInstanceOf(Streamed.BodyFailed.class);
            assertThat(came.get(60, TimeUnit.SECONDS)).startsWith("5\r\nhello").doesNotContain("0\r\n\r\n");
            assertThat(egress.underWay()).isZero();
        }
    }

    @Test
    void anAnswerWithAStatusThatIsNoneIsUnreadable() throws Exception {
        try (var vendor = new StreamServer(
                        null, (head, in, out) -> StreamServer.say(out, "HTTP/1.1 000 x\r\nContent-Length: 0\r\n\r\n"));
                var egress = egress(PATIENT)) {
            assertThat(egress.open(get(vendor.at(HOST)))).isEqualTo(new Streamed.Failed(EgressFailure.UNREADABLE));
            assertThat(egress.underWay()).isZero();
        }
    }

    @Test
    void nothingStaysUnderWayWhateverGoesWrong() throws Exception {
        try (var vendor = new StreamServer(null, (head, in, out) -> in.readAllBytes());
                var egress = egress(PATIENT)) {
            var broken = new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException("unforeseen");
                }
            };

            assertThatThrownBy(() -> egress.open(upload(vendor.at(HOST), broken, LONG)))
                    .isInstanceOf(UnsupportedOperationException.class);

            assertThat(egress.underWay()).isZero();
        }
    }

    @Test
    void aSystemThatSaysNothingIsGivenUp() throws Exception {
        var over = new CountDownLatch(1);
        try (var vendor = new StreamServer(null, (head, in, out) -> over.await());
                var egress = egress(IMPATIENT)) {
            assertThat(egress.open(get(vendor.at(HOST)))).isEqualTo(new Streamed.Failed(EgressFailure.TIMEOUT));
            assertThat(egress.underWay()).isZero();
        } finally {
            over.countDown();
        }
    }

    @Test
    void aSystemThatTakesNothingIsGivenUp() throws Exception {
        var over = new CountDownLatch(1);
        try (var vendor = new StreamServer(null, (head, in, out) -> over.await());
                var egress = egress(IMPATIENT)) {
            assertThat(egress.open(upload(vendor.at(HOST), new Endless(Long.MAX_VALUE), Long.MAX_VALUE)))
                    .isEqualTo(new Streamed.Failed(EgressFailure.TIMEOUT));
        } finally {
            over.countDown();
        }
    }

    @Test
    void aSystemThatStopsInTheMiddleOfItsAnswerIsGivenUp() throws Exception {
        var over = new CountDownLatch(1);
        try (var vendor = new StreamServer(null, (head, in, out) -> {
                    StreamServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
                    over.await();
                });
                var egress = egress(IMPATIENT)) {
            var answer = answering(egress.open(get(vendor.at(HOST))));

            assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
            answer.close();
            assertThat(egress.underWay()).isZero();
        } finally {
            over.countDown();
        }
    }

    private static StreamedRequest get(URI address) {
        return new StreamedRequest(
                new OutgoingRequest("GET", address, List.of(), null, null), null, 0, "owner", () -> false);
    }

    private static StreamedRequest upload(URI address, InputStream body, long length) {
        return new StreamedRequest(
                new OutgoingRequest("PUT", address, List.of(), null, null), body, length, "owner", () -> false);
    }

    private static StreamedAnswer answering(Streamed streamed) {
        assertThat(streamed).isInstanceOf(Streamed.Answering.class);
        return ((Streamed.Answering) streamed).answer();
    }

    private static String read(StreamedAnswer answer) throws IOException {
        var text = new StringBuilder();
        var portion = new byte[16];
        for (int read = answer.read(portion); read >= 0; read = answer.read(portion)) {
            text.append(new String(portion, 0, read, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static long inOne(InputStream in) throws IOException {
        in.skipNBytes(LONG);
        return LONG;
    }

    private static long inChunks(InputStream in) throws IOException {
        long all = 0;
        for (int size = size(in); size > 0; size = size(in)) {
            in.skipNBytes(size + 2L);
            all += size;
        }
        in.skipNBytes(2);
        return all;
    }

    private static int size(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    private static StreamingEgress egress(Duration silence) throws Exception {
        return new Egress(
                        new EgressSettings(true, Set.of()),
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        authority.trust())
                .streaming(silence);
    }

    /** So many times the same byte. */
    private static final class Endless extends InputStream {

        private long rest;

        Endless(long length) {
            this.rest = length;
        }

        @Override
        public int read() {
            return rest-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (rest <= 0) {
                return -1;
            }
            var count = (int) Math.min(rest, length);
            rest -= count;
            return count;
        }
    }

    /** A program that goes away in the middle, once what it sent has arrived: cutting a connection loses what is on the way. */
    private static final class BreakingOff extends InputStream {

        private final CountDownLatch arrived;
        private byte @Nullable [] begin;

        BreakingOff(String begin, CountDownLatch arrived) {
            this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
            this.arrived = arrived;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("Is read in portions");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var portion = begin;
            begin = null;
            if (portion == null) {
                awaitArrival();
                throw new IOException("The program has gone");
            }
            System.arraycopy(portion, 0, buffer, from, portion.length);
            return portion.length;
        }

        private void awaitArrival() {
            try {
                assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
