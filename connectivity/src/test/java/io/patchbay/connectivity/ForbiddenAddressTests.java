package io.patchbay.connectivity;

import static io.patchbay.connectivity.EgressTests.answered;
import static io.patchbay.connectivity.EgressTests.failure;
import static io.patchbay.connectivity.EgressTests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.connectivity.TestServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That nobody is ever connected to who must not be, shown by a listener on this machine that counts. What leads here in
 * truth (loopback) would be counted; what leads elsewhere (metadata) is shown by where the client would have to come for it.
 */
@Timeout(30)
class ForbiddenAddressTests {

    private ForbiddenListener forbidden;

    @BeforeEach
    void listen() throws IOException {
        forbidden = new ForbiddenListener();
    }

    @AfterEach
    void nobodyCame() throws IOException {
        assertThat(forbidden.visits()).isZero();
        forbidden.close();
    }

    @Test
    void theListenerCountsWhoComes() throws IOException {
        try (var counting = new ForbiddenListener()) {
            for (var address : List.of("127.0.0.1", "127.0.0.77")) {
                try (var socket = new Socket(InetAddress.ofLiteral(address), counting.port())) {
                    assertThat(socket.isConnected()).isTrue();
                }
            }
            while (counting.visits() < 2) {
                Thread.onSpinWait();
            }
        }
    }

    /** As written in an address; the operating system reads more forms of it than most people know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.77",
                "localhost",
                "0.0.0.0",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:7f00:0001]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "2130706433",
                "0x7f000001",
                "127.1",
                "127.0.1",
                "0x7f.1",
                "LOCALHOST",
                "localhost.",
                "127.0.0.1."
            })
    void addressesOfThisMachine(String host) {
        try (var egress = new Egress(EgressSettings.PUBLIC_ONLY)) {
            assertThat(failure(send(egress, URI.create("http://" + host + ":" + forbidden.port() + "/latest"))))
                    .isIn(EgressFailure.ADDRESS_FORBIDDEN, EgressFailure.DNS, EgressFailure.ADDRESS_UNUSABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "0.0.0.0",
                "::",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "fd00:ec2::254",
                "fe80::1",
                "fc00::1",
                "168.63.129.16",
                "255.255.255.255",
                "224.0.0.1"
            })
    void namesThatLeadThere(String address) throws IOException {
        var there = InetAddress.ofLiteral(address);
        try (var egress = new Egress(EgressSettings.PUBLIC_ONLY, host -> new InetAddress[] {there}, null)) {
            var shop = URI.create("http://shop.example:" + forbidden.port() + "/latest");

            assertThat(failure(send(egress, shop))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThatThrownBy(() -> egress.addresses("shop.example", forbidden.port()))
                    .isInstanceOf(ForbiddenAddress.class);
        }
    }

    /** Public at the first look and forbidden at every later one, and the other way round. */
    @Test
    void namesThatChangeBetweenLookUps() throws IOException {
        // Public by its number, and given to nobody.
        var outside = InetAddress.ofLiteral("2d00::1");
        var here = InetAddress.getLoopbackAddress();
        for (var order : List.of(List.of(outside, here, here, here), List.of(here, outside, here, outside))) {
            var answers = new ArrayDeque<>(order);
            try (var egress =
                    new Egress(EgressSettings.PUBLIC_ONLY, host -> new InetAddress[] {answers.poll()}, null)) {
                var shop = URI.create("http://shop.example:" + forbidden.port() + "/");
                egress.send(OutgoingRequest.of("GET", shop), Deadline.in(Duration.ofMillis(300)));
                assertThat(answers).as("looked up once").hasSize(3);
                egress.send(OutgoingRequest.of("GET", shop), Deadline.in(Duration.ofMillis(300)));
                assertThat(answers).as("and once").hasSize(2);
            }
        }
    }

    @Test
    void aNameWithOneForbiddenAddressAmongMany() throws IOException {
        var addresses = new InetAddress[] {InetAddress.ofLiteral("2d00::1"), InetAddress.getLoopbackAddress()};
        try (var egress = new Egress(EgressSettings.PUBLIC_ONLY, host -> addresses, null)) {
            assertThat(failure(send(egress, URI.create("http://shop.example:" + forbidden.port() + "/"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsThere(int status) throws Exception {
        try (var server = TestServer.http(asked ->
                        Reply.of(status, "", "Location: http://inside.example:" + forbidden.port() + "/latest"));
                var egress = new Egress(
                        new EgressSettings(false, Set.of("shop.example")),
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        null)) {
            assertThat(failure(send(egress, server.at("shop.example", "/"))))
                    .isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "file", "gopher", "jar:http", "ldap", "javascript"})
    void redirectsToOtherProtocols(String scheme) throws Exception {
        try (var server = TestServer.http(
                        asked -> Reply.of(302, "", "Location: " + scheme + "://127.0.0.1:" + forbidden.port() + "/"));
                var egress = new Egress(new EgressSettings(true, Set.of()))) {
            var exchange = send(egress, server.at("/"));

            assertThat(exchange)
                    .satisfiesAnyOf(
                            failed -> assertThat(failure(failed)).isEqualTo(EgressFailure.ADDRESS_UNUSABLE),
                            // What is no address at all is not followed.
                            stayed -> assertThat(answered(stayed).status()).isEqualTo(302));
        }
    }

    @Test
    void theLastOfManyRedirects() throws Exception {
        try (var server = TestServer.http(asked -> {
                    var hops = asked.uri().getPath().length();
                    return Reply.of(
                            302,
                            "",
                            "Location: "
                                    + (hops < 5
                                            ? "/" + "x".repeat(hops)
                                            : "http://localhost:" + forbidden.port() + "/"));
                });
                var egress = new Egress(new EgressSettings(false, Set.of("127.0.0.1")))) {
            assertThat(failure(send(egress, server.at("/")))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(server.asked()).hasSize(5);
        }
    }

    @Test
    void whatNobodyKnowsIsNotGuessed() {
        try (var egress = new Egress(
                EgressSettings.PUBLIC_ONLY,
                host -> {
                    throw new UnknownHostException(host);
                },
                null)) {
            var shop = URI.create("http://localhost.:" + forbidden.port() + "/");
            assertThat(failure(send(egress, shop))).isEqualTo(EgressFailure.DNS);
        }
    }

    @Test
    void noProxyOfTheMachineIsAsked() throws Exception {
        var names = List.of("http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort");
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", String.valueOf(forbidden.port()));
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", String.valueOf(forbidden.port()));
        try (var egress = new Egress(EgressSettings.PUBLIC_ONLY)) {
            assertThat(failure(send(egress, URI.create("http://nobody.invalid/"))))
                    .isEqualTo(EgressFailure.DNS);
        } finally {
            names.forEach(System::clearProperty);
        }
    }

    @Test
    void manyAtOnce() {
        try (var egress = new Egress(EgressSettings.PUBLIC_ONLY)) {
            assertThat(IntStream.range(0, 50)
                            .parallel()
                            .mapToObj(number -> failure(
                                    send(egress, URI.create("http://localhost:" + forbidden.port() + "/" + number)))))
                    .containsOnly(EgressFailure.ADDRESS_FORBIDDEN);
        }
    }
}
