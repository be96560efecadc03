package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsExchange;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestCertificates;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.credential.CredentialsId;
import io.patchbay.proxy.Forwarder.Call;
import io.patchbay.proxy.Forwarder.Forwarded;
import io.patchbay.proxy.connectivity.HttpForwarder;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A system that knows its visitors by their certificates, and many who come through the proxy to the same host. */
@Timeout(120)
class KeptConnectionsTests {

    private static TestCertificates authority;

    private TestServer server;
    private HttpForwarder proxy;
    private Owner anna;
    private Owner bert;

    /** A set of credentials. */
    private record Owner(CredentialsId id, Checks.Question question) {}

    @BeforeAll
    static void found() throws Exception {
        authority = new TestCertificates("Authority");
    }

    @BeforeEach
    void open() throws Exception {
        server = TestServer.https(
                authority.serverContext(authority.forHost("vendor.example")),
                true,
                asked -> Reply.of(200, visitor(asked)));
        proxy = new HttpForwarder(
                new Egress(
                        new EgressSettings(true, Set.of()),
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        authority.trust()),
                Clock.systemUTC(),
                Duration.ofSeconds(60));
        anna = withCertificate("anna");
        bert = withCertificate("bert");
    }

    @AfterEach
    void close() {
        proxy.close();
        server.close();
    }

    @Test
    void whoeverComesInTurnsIsSeenAsThemselvesOverConnectionsOfTheirOwn() throws Exception {
        for (int time = 0; time < 5; time++) {
            assertThat(answer(anna)).isEqualTo("CN=anna");
            assertThat(answer(bert)).isEqualTo("CN=bert");
        }

        // Connections were kept at all, so that there was something to mix up.
        assertThat(connections()).hasSize(2);
    }

    @Test
    void whoeverComesAtTheSameTimeIsSeenAsThemselves() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> number % 2 == 0
                                    ? answer(anna).equals("CN=anna")
                                    : answer(bert).equals("CN=bert"),
                            threads))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(true);
        }
    }

    @Test
    void whoHasNoCertificateIsNotLetInOverAConnectionThatWasKeptForAnother() throws Exception {
        var nobody = new Owner(
                CredentialsId.next(),
                Vendors.at(server.at("vendor.example", ""), AuthenticationType.NONE)
                        .question());
        assertThat(answer(anna)).isEqualTo("CN=anna");

        assertThat(forward(nobody)).isInstanceOf(Forwarded.Failed.class);

        assertThat(answer(anna)).isEqualTo("CN=anna");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void theSameCertificateInTwoSetsOfCredentialsSharesNothing() throws Exception {
        var again = new Owner(CredentialsId.next(), anna.question());

        answer(anna);
        answer(again);

        assertThat(connections()).hasSize(2);
    }

    private Owner withCertificate(String name) throws Exception {
        var own = authority.forHost(name);
        return new Owner(
                CredentialsId.next(),
                Vendors.at(server.at("vendor.example", ""), AuthenticationType.CLIENT_CERTIFICATE)
                        .set(Place.CERTIFICATE, own.certificatePem())
                        .set(Place.PRIVATE_KEY, own.keyPem())
                        .question());
    }

    private String answer(Owner owner) {
        var forwarded = forward(owner);
        assertThat(forwarded).isInstanceOf(Forwarded.Answering.class);
        try (var body = ((Forwarded.Answering) forwarded).body()) {
            var text = new StringBuilder();
            var portion = new byte[256];
            for (int read = body.read(portion); read >= 0; read = body.read(portion)) {
                text.append(new String(portion, 0, read, StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private Forwarded forward(Owner owner) {
        return proxy.forward(
                owner.question(), new Call(owner.id(), "GET", null, "/me", null, List.of(), null, () -> false));
    }

    private Set<Integer> connections() {
        var ports = new HashSet<Integer>();
        server.asked()
                .forEach(asked -> ports.add(asked.exchange().getRemoteAddress().getPort()));
        return ports;
    }

    private static String visitor(Asked asked) {
        try {
            return ((HttpsExchange) asked.exchange())
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName();
        } catch (SSLPeerUnverifiedException nobody) {
            return "nobody";
        }
    }
}
