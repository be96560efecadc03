package io.patchbay.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connectivity.TestServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EgressTests {

    private static final EgressSettings HERE_TOO = new EgressSettings(true, Set.of());

    @Test
    void givesTheAnswerAsItCame() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(404, "nothing", "X-Kind: sad"));
                var egress = new Egress(HERE_TOO)) {
            var answer = answered(send(egress, server.at("/a?b=c")));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("nothing");
            assertThat(answer.header("x-kind")).contains("sad");
            assertThat(answer.latency()).isPositive();
            assertThat(server.asked().getFirst().uri()).hasToString("/a?b=c");
            assertThat(server.asked().getFirst().header("User-Agent")).isEqualTo("Patchbay");
        }
    }

    @Test
    void privateAddressesAreNotConnectedTo() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, ""));
                var egress = new Egress(EgressSettings.PUBLIC_ONLY)) {
            assertThat(failure(send(egress, server.at("/")))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(failure(send(egress, server.at("localhost", "/")))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(failure(send(egress, server.at("[::ffff:127.0.0.1]", "/"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void namedHostsMayBePrivate() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, ""));
                var byHost = new Egress(new EgressSettings(false, Set.of("LOCALHOST")));
                var byPort = new Egress(new EgressSettings(false, Set.of("127.0.0.1:" + server.port())));
                var otherPort = new Egress(new EgressSettings(false, Set.of("127.0.0.1:1")))) {
            assertThat(answered(send(byHost, server.at("localhost", "/"))).status())
                    .isEqualTo(200);
            assertThat(failure(send(byHost, server.at("/")))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(answered(send(byPort, server.at("/"))).status()).isEqualTo(200);
            assertThat(failure(send(otherPort, server.at("/")))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
        }
    }

    @Test
    void aNamedPortMayBeTheUsualOne() throws Exception {
        var asked = new AtomicInteger();
        HostLookup here = host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.ofLiteral("127.0.0.77")};
        };
        try (var egress = new Egress(new EgressSettings(false, Set.of("shop.example:443")), here, null)) {
            assertThat(failure(send(egress, URI.create("https://shop.example/"))))
                    .isEqualTo(EgressFailure.REFUSED);
            assertThat(failure(send(egress, URI.create("http://shop.example/"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(asked).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "fd00:ec2::254", "64:ff9b::a9fe:a9fe", "100.100.100.200"})
    void metadataIsForbiddenWhateverTheOwnerAllows(String address) throws Exception {
        var metadata = InetAddress.ofLiteral(address);
        try (var egress = new Egress(
                new EgressSettings(true, Set.of("shop.example")), host -> new InetAddress[] {metadata}, null)) {
            assertThat(failure(send(egress, URI.create("http://shop.example/latest"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
        }
    }

    @Test
    void oneForbiddenAddressForbidsTheHost() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, ""));
                var egress = new Egress(
                        HERE_TOO,
                        host -> new InetAddress[] {
                            InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("169.254.169.254")
                        },
                        null)) {
            assertThat(failure(send(egress, server.at("shop.example", "/"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aNameIsLookedUpOnceAndOnlyWhatItWasIsConnectedTo() throws Exception {
        var lookups = new AtomicInteger();
        HostLookup changing = host -> new InetAddress[] {
            InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
        };
        try (var server = TestServer.http(asked -> Reply.of(200, asked.header("Host")));
                var egress = new Egress(HERE_TOO, changing, null)) {
            assertThat(answered(send(egress, server.at("shop.example", "/"))).text())
                    .isEqualTo("shop.example:" + server.port());
            assertThat(lookups).hasValue(1);
            assertThat(failure(send(egress, server.at("shop.example", "/"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://127.0.0.1/", "file:///etc/passwd", "http:///x", "http://user:secret@127.0.0.1/", "x"})
    void onlyPlainAddressesOfTheWebAreSpokenTo(String address) {
        try (var egress = new Egress(HERE_TOO)) {
            assertThat(failure(send(egress, URI.create(address)))).isEqualTo(EgressFailure.ADDRESS_UNUSABLE);
        }
    }

    @Test
    void unknownNamesAndClosedPortsAreToldApart() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (var egress = new Egress(HERE_TOO)) {
            assertThat(failure(send(egress, URI.create("http://127.0.0.1:" + closed + "/"))))
                    .isEqualTo(EgressFailure.REFUSED);
            assertThat(failure(send(egress, URI.create("http://nobody.invalid/"))))
                    .isEqualTo(EgressFailure.DNS);
        }
    }

    @Test
    void theDeadlineHoldsForSilence() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = TestServer.http(asked -> {
                    await(end);
                    return Reply.of(200, "");
                });
                var egress = new Egress(HERE_TOO)) {
            var exchange = egress.send(OutgoingRequest.of("GET", server.at("/")), Deadline.in(Duration.ofMillis(300)));

            assertThat(failure(exchange)).isEqualTo(EgressFailure.TIMEOUT);
            end.countDown();
        }
    }

    @Test
    void anAnswerWithAStatusThatIsNoneIsUnreadable() throws Exception {
        try (var vendor = new RawServer(socket ->
                        socket.getOutputStream().write("HTTP/1.1 000 x\r\nContent-Length: 0\r\n\r\n".getBytes()));
                var egress = new Egress(HERE_TOO)) {
            var exchange =
                    egress.send(OutgoingRequest.of("GET", vendor.address()), Deadline.in(Duration.ofSeconds(30)));

            assertThat(failure(exchange)).isEqualTo(EgressFailure.UNREADABLE);
        }
    }

    @Test
    void theDeadlineHoldsForAnAnswerThatNeverEnds() throws Exception {
        try (var dripping = new RawServer(socket -> {
                    var out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
                    while (!socket.isClosed()) {
                        out.write("1\r\na\r\n".getBytes());
                        out.flush();
                        Thread.yield();
                    }
                });
                var egress = new Egress(HERE_TOO)) {
            var exchange =
                    egress.send(OutgoingRequest.of("GET", dripping.address()), Deadline.in(Duration.ofMillis(200)));

            assertThat(failure(exchange)).isIn(EgressFailure.TIMEOUT, EgressFailure.TOO_LARGE);
        }
    }

    @Test
    void theDeadlineHoldsForTheLookUp() {
        var end = new CountDownLatch(1);
        try (var egress = new Egress(
                HERE_TOO,
                host -> {
                    await(end);
                    return new InetAddress[0];
                },
                null)) {
            var exchange = egress.send(
                    OutgoingRequest.of("GET", URI.create("http://shop.example/")), Deadline.in(Duration.ofMillis(200)));

            assertThat(failure(exchange)).isEqualTo(EgressFailure.TIMEOUT);
            end.countDown();
        }
    }

    @Test
    void anAnswerThatIsCutIsNoAnswer() throws Exception {
        try (var cutting = new RawServer(socket -> {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes());
                    socket.setSoLinger(true, 0);
                });
                var silent = new RawServer(socket -> {});
                var egress = new Egress(HERE_TOO)) {
            assertThat(failure(send(egress, cutting.address()))).isEqualTo(EgressFailure.REFUSED);
            assertThat(failure(send(egress, silent.address()))).isEqualTo(EgressFailure.REFUSED);
        }
    }

    @Test
    void whatIsNotHttpIsUnreadable() throws Exception {
        try (var other = new RawServer(socket -> socket.getOutputStream().write("SSH-2.0-x\r\n\r\n".getBytes()));
                var egress = new Egress(HERE_TOO)) {
            assertThat(failure(send(egress, other.address()))).isIn(EgressFailure.UNREADABLE, EgressFailure.REFUSED);
        }
    }

    @Test
    void endlessAnswersAreNotListenedTo() throws Exception {
        var zeros = new byte[20_000_000];
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(zeros);
        }
        try (var server = TestServer.http(asked -> asked.uri().getPath().equals("/bomb")
                        ? new Reply(200, packed.toByteArray(), List.of("Content-Encoding: gzip"))
                        : new Reply(200, zeros, List.of()));
                var egress = new Egress(HERE_TOO)) {
            assertThat(packed.size()).isLessThan(100_000);
            assertThat(failure(send(egress, server.at("/bomb")))).isEqualTo(EgressFailure.TOO_LARGE);
            assertThat(failure(send(egress, server.at("/large")))).isEqualTo(EgressFailure.TOO_LARGE);
        }
    }

    @Test
    void aBombInsideABombIsNotUnpacked() throws Exception {
        var packed = gzip(gzip(new byte[50_000_000]));
        try (var server = TestServer.http(asked -> new Reply(200, packed, List.of("Content-Encoding: gzip, gzip")));
                var egress = new Egress(HERE_TOO)) {
            assertThat(packed.length).isLessThan(10_000);
            assertThat(send(egress, server.at("/")))
                    .isInstanceOfSatisfying(
                            Exchange.Failed.class,
                            failed -> assertThat(failed.failure())
                                    .isIn(EgressFailure.TOO_LARGE, EgressFailure.UNREADABLE));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** One header without an end, headers without an end, and a first line without one. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Long: @", "HTTP/1.1 200 OK\r\n@X-Many: 1\r\n", "HTTP/1.1 200 @", "@"})
    void endlessHeadersAreNotListenedTo(String beginning) throws Exception {
        var parts = beginning.split("@", 2);
        var again = (parts[1].isEmpty() ? "x" : parts[1]).repeat(1000).getBytes();
        try (var talking = new RawServer(socket -> {
                    socket.getOutputStream().write(parts[0].getBytes());
                    while (!socket.isClosed()) {
                        socket.getOutputStream().write(again);
                    }
                });
                var egress = new Egress(HERE_TOO)) {
            var exchange = egress.send(OutgoingRequest.of("GET", talking.address()), soon());

            // Before the deadline, so it was the length that was too much.
            assertThat(failure(exchange))
                    .isIn(EgressFailure.UNREADABLE, EgressFailure.REFUSED, EgressFailure.TOO_LARGE);
        }
    }

    @Test
    void theDeadlineHoldsForHeadersThatDrip() throws Exception {
        try (var dripping = new RawServer(socket -> {
                    for (var letter : "HTTP/1.1 200 OK\r\nX-Slow: "
                            .concat("x".repeat(100_000))
                            .getBytes()) {
                        socket.getOutputStream().write(letter);
                        socket.getOutputStream().flush();
                        LockSupport.parkNanos(20_000_000);
                    }
                });
                var egress = new Egress(HERE_TOO)) {
            var begun = System.nanoTime();
            var exchange =
                    egress.send(OutgoingRequest.of("GET", dripping.address()), Deadline.in(Duration.ofMillis(300)));

            assertThat(failure(exchange)).isEqualTo(EgressFailure.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void nothingPrintsWhatItHolds() {
        var request = OutgoingRequest.of("GET", URI.create("https://shop.example/x?key=hidden"))
                .with(Header.confidential("Authorization", "hidden"))
                .withBody("hidden");

        assertThat(request).asString().doesNotContain("hidden").contains("shop.example");
        assertThat(request.headers()).asString().doesNotContain("hidden");
        assertThat(new Answer(200, List.of(Header.open("A", "hidden")), "hidden".getBytes(), Duration.ZERO, false))
                .asString()
                .doesNotContain("hidden");
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    static Exchange send(Egress egress, URI address) {
        return egress.send(OutgoingRequest.of("GET", address), soon());
    }

    static Answer answered(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return ((Exchange.Answered) exchange).answer();
    }

    static EgressFailure failure(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Exchange.Failed.class);
        return ((Exchange.Failed) exchange).failure();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
