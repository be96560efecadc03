package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Credentials that go into the request as they are, each against a server that lets in only who has them. */
@Timeout(30)
class PlacedAuthenticationTests {

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));
    private final Checks checks = new HttpChecks(egress, Clock.systemUTC());

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void none() throws Exception {
        enforced(AuthenticationType.NONE, asked -> !asked.has("Authorization"), vendor -> vendor);
    }

    @Test
    void basic() throws Exception {
        enforced(
                AuthenticationType.BASIC,
                asked -> asked.header("Authorization").equals("Basic " + base64("anna/token:pässword:x")),
                vendor -> vendor.set(Place.USERNAME, null, "{value}/token", "anna")
                        .set(Place.PASSWORD, "pässword:x"));
        refused(
                AuthenticationType.BASIC,
                asked -> asked.header("Authorization").equals("Basic " + base64("anna:right")),
                vendor -> vendor.set(Place.USERNAME, "anna").set(Place.PASSWORD, "wrong"));
    }

    @Test
    void basicWithAFixedPart() throws Exception {
        enforced(
                AuthenticationType.BASIC,
                asked -> asked.header("Authorization").equals("Basic " + base64("key:")),
                vendor -> vendor.set(Place.USERNAME, "key").setting("password", ""));
    }

    @Test
    void keyInAHeader() throws Exception {
        Predicate<Asked> guard = asked -> asked.header("Authorization").equals("Klaviyo-API-Key right");
        enforced(
                AuthenticationType.API_KEY,
                guard,
                vendor -> vendor.set(Place.HEADER, "Authorization", "Klaviyo-API-Key {value}", "right"));
        refused(
                AuthenticationType.API_KEY,
                guard,
                vendor -> vendor.set(Place.HEADER, "Authorization", "Klaviyo-API-Key {value}", "wrong"));
    }

    @Test
    void keyInTheQuery() throws Exception {
        Predicate<Asked> guard = asked -> asked.uri().getRawQuery().equals("limit=1&api%20key=a%2Bb%26c%20%C3%A4");
        enforced(
                AuthenticationType.API_KEY,
                guard,
                vendor -> vendor.proof("GET", "/me?limit=1", null).set(Place.QUERY, "api key", "a+b&c ä"));
        refused(
                AuthenticationType.API_KEY,
                guard,
                vendor -> vendor.proof("GET", "/me?limit=1", null).set(Place.QUERY, "api key", "a"));
    }

    @Test
    void keyInACookie() throws Exception {
        Predicate<Asked> guard = asked -> asked.header("Cookie").equals("session=right");
        enforced(AuthenticationType.API_KEY, guard, vendor -> vendor.set(Place.COOKIE, "session", "right"));
        refused(AuthenticationType.API_KEY, guard, vendor -> vendor.set(Place.COOKIE, "session", "wrong"));
    }

    @Test
    void bearer() throws Exception {
        Predicate<Asked> guard = asked -> asked.header("Authorization").equals("Bearer right")
                && asked.header("X-Database").equals("main");
        enforced(
                AuthenticationType.BEARER,
                guard,
                vendor -> vendor.set(Place.BEARER_TOKEN, "right").set(Place.HEADER, "X-Database", "main"));
        refused(
                AuthenticationType.BEARER,
                guard,
                vendor -> vendor.set(Place.BEARER_TOKEN, "wrong").set(Place.HEADER, "X-Database", "main"));
    }

    @Test
    void customHeaders() throws Exception {
        Predicate<Asked> guard = asked -> asked.header("app-ref").equals("ours")
                && asked.header("staff-token").equals("right");
        enforced(
                AuthenticationType.CUSTOM_HEADERS,
                guard,
                vendor -> vendor.set(Place.HEADER, "app-ref", "ours").set(Place.HEADER, "staff-token", "right"));
        refused(
                AuthenticationType.CUSTOM_HEADERS,
                guard,
                vendor -> vendor.set(Place.HEADER, "app-ref", "ours").set(Place.HEADER, "staff-token", "wrong"));
    }

    @Test
    void aValueThatWouldBeAnotherHeaderIsNotSent() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, "{}"))) {
            var check = checks.check(Vendors.at(server.at(""), AuthenticationType.API_KEY)
                    .set(Place.HEADER, "X-Key", "a\r\nX-Admin: true")
                    .question());

            assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
            assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_UNUSABLE);
            assertThat(server.asked()).isEmpty();
        }
    }

    private void enforced(AuthenticationType type, Predicate<Asked> guard, Function<Vendors, Vendors> typed)
            throws Exception {
        var check = check(type, guard, typed);
        assertThat(check.status()).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(check.reason()).isNull();
    }

    private void refused(AuthenticationType type, Predicate<Asked> guard, Function<Vendors, Vendors> typed)
            throws Exception {
        var check = check(type, guard, typed);
        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
    }

    private Check check(AuthenticationType type, Predicate<Asked> guard, Function<Vendors, Vendors> typed)
            throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(guard.test(asked) ? 200 : 401, "{}"))) {
            var vendor = typed.apply(Vendors.at(server.at(""), type));
            assertThat(checks.supports(vendor.method())).isTrue();
            return checks.check(vendor.question());
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
