package io.patchbay.connectivity;

import static io.patchbay.connectivity.EgressTests.answered;
import static io.patchbay.connectivity.EgressTests.failure;
import static io.patchbay.connectivity.EgressTests.send;
import static io.patchbay.connectivity.EgressTests.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connectivity.TestServer.Reply;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EgressRedirectTests {

    @Test
    void aRedirectToAForbiddenAddressIsNotFollowed() throws Exception {
        try (var forbidden = TestServer.http(asked -> Reply.of(200, "metadata"));
                var server = TestServer.http(asked -> Reply.of(302, "", "Location: " + forbidden.at("/latest")));
                var egress = new Egress(new EgressSettings(false, Set.of("127.0.0.1:" + server.port())))) {
            assertThat(failure(send(egress, server.at("/")))).isEqualTo(EgressFailure.ADDRESS_FORBIDDEN);
            assertThat(server.asked()).hasSize(1);
            assertThat(forbidden.asked()).isEmpty();
        }
    }

    @Test
    void onlyTheSameOriginIsToldTheCredentials() throws Exception {
        try (var other = TestServer.http(asked -> Reply.of(200, "page"));
                var server = TestServer.http(asked -> asked.uri().getPath().equals("/first")
                        ? Reply.of(301, "", "Location: /second")
                        : Reply.of(302, "", "Location: " + other.at("/third")));
                var egress = new Egress(new EgressSettings(true, Set.of()))) {
            var request = OutgoingRequest.of("GET", server.at("/first"))
                    .with(Header.open("Accept", "text/plain"))
                    .with(Header.confidential("Authorization", "Bearer hidden"));
            var answer = answered(egress.send(request, soon()));

            assertThat(answer.elsewhere()).isTrue();
            assertThat(server.asked()).hasSize(2).allMatch(asked -> asked.has("Authorization"));
            assertThat(other.asked()).hasSize(1).noneMatch(asked -> asked.has("Authorization"));
            assertThat(other.asked().getFirst().header("Accept")).isEqualTo("text/plain");
        }
    }

    @Test
    void aBodyIsNotToldToAnotherOrigin() throws Exception {
        try (var other = TestServer.http(asked -> Reply.of(200, "mine now"));
                var server = TestServer.http(asked -> Reply.of(307, "", "Location: " + other.at("/")));
                var egress = new Egress(new EgressSettings(true, Set.of()))) {
            var answer = answered(egress.send(
                    OutgoingRequest.of("POST", server.at("/token")).withBody("client_secret=hidden"), soon()));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void fiveRedirectsAreEnough() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(302, "", "Location: /again"));
                var egress = new Egress(new EgressSettings(true, Set.of()))) {
            assertThat(failure(send(egress, server.at("/")))).isEqualTo(EgressFailure.TOO_MANY_REDIRECTS);
            assertThat(server.asked()).hasSize(6);
        }
    }
}
