package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TokenAnswersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"invalid_client\"} | FAILED_AUTHENTICATION | CREDENTIALS_REFUSED",
                "400 | {\"error\":\"unauthorized_client\"} | FAILED_AUTHENTICATION | CREDENTIALS_REFUSED",
                "400 | {\"error\":\"invalid_scope\"} | FAILED_AUTHENTICATION | PERMISSION",
                "400 | <html>application_cannot_be_found</html> | FAILED_AUTHENTICATION | CREDENTIALS_REFUSED",
                "200 | {\"ok\":false,\"error\":\"invalid_client\"} | FAILED_AUTHENTICATION | CREDENTIALS_REFUSED",
                "200 | {} | SYSTEM_UNREACHABLE | UNEXPECTED_ANSWER",
                "200 | <html>hello</html> | SYSTEM_UNREACHABLE | UNEXPECTED_ANSWER",
                "404 | nothing | SYSTEM_UNREACHABLE | HTTP_STATUS",
                "429 | slow down | OPERATIONAL | RATE_LIMITED",
                "500 | oops | SYSTEM_UNREACHABLE | HTTP_STATUS"
            })
    void whatTokenEndpointsAnswer(int status, String body, AccessStatus verdict, CheckReason reason) throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(status, body));
                var egress = new Egress(new EgressSettings(true, Set.of()))) {
            var check = new HttpChecks(egress, Clock.systemUTC())
                    .check(Vendors.at(server.at(""), AuthenticationType.OAUTH2_CLIENT_CREDENTIALS)
                            .set(Place.CLIENT_ID, "client")
                            .set(Place.CLIENT_SECRET, "secret")
                            .setting("tokenUrl", "{+address}/token")
                            .question());

            assertThat(check.status()).isEqualTo(verdict);
            assertThat(check.reason()).isEqualTo(reason);
            assertThat(server.asked()).allMatch(asked -> asked.uri().getPath().equals("/token"));
        }
    }
}
