package io.patchbay.connectivity;

import static io.patchbay.connectivity.EgressTests.answered;
import static io.patchbay.connectivity.EgressTests.failure;
import static io.patchbay.connectivity.EgressTests.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsExchange;
import io.patchbay.connectivity.TestCertificates.Issued;
import io.patchbay.connectivity.TestServer.Reply;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import javax.net.ssl.ExtendedSSLSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EgressTlsTests {

    private static final HostLookup HERE = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    private static TestCertificates trusted;

    @BeforeAll
    static void found() throws Exception {
        trusted = new TestCertificates("Trusted");
    }

    @Test
    void theNameIsAskedForAndVerifiedThoughAnAddressIsConnectedTo() throws Exception {
        try (var server = serverWith(trusted.forHost("shop.example"));
                var egress = egress()) {
            assertThat(answered(send(egress, server.at("shop.example", "/"))).text())
                    .contains("shop.example");
        }
    }

    @Test
    void anExpiredCertificate() throws Exception {
        try (var server = serverWith(trusted.expiredForHost("shop.example"));
                var egress = egress()) {
            assertThat(failure(send(egress, server.at("shop.example", "/")))).isEqualTo(EgressFailure.TLS_EXPIRED);
        }
    }

    @Test
    void aCertificateForAnotherName() throws Exception {
        try (var server = serverWith(trusted.forHost("other.example"));
                var egress = egress()) {
            assertThat(failure(send(egress, server.at("shop.example", "/")))).isEqualTo(EgressFailure.TLS_NAME);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyTrusts() throws Exception {
        try (var server = serverWith(new TestCertificates("Stranger").forHost("shop.example"));
                var egress = egress()) {
            assertThat(failure(send(egress, server.at("shop.example", "/")))).isEqualTo(EgressFailure.TLS_UNTRUSTED);
        }
    }

    @Test
    void noTlsWhereThereShouldBeSome() throws Exception {
        try (var server = new RawServer(
                        socket -> socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()));
                var egress = egress()) {
            assertThat(failure(send(egress, URI.create("https://shop.example:" + server.port() + "/"))))
                    .isEqualTo(EgressFailure.TLS);
        }
    }

    private static TestServer serverWith(Issued issued) throws Exception {
        return TestServer.https(
                trusted.serverContext(issued),
                false,
                asked -> Reply.of(
                        200,
                        ((ExtendedSSLSession) ((HttpsExchange) asked.exchange()).getSSLSession())
                                .getRequestedServerNames()
                                .toString()));
    }

    private static Egress egress() throws Exception {
        return new Egress(new EgressSettings(true, Set.of()), HERE, trusted.trust());
    }
}
