package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AnswerReading.Meaning;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.Environment;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a definition says about answers goes before what their status says. */
@Timeout(30)
class AnswerReadingTests {

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));
    private final SystemChecks checks = new SystemChecks(egress, Clock.systemUTC());

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void aForbiddenRequestIsAMissingPermissionWhereTheDefinitionSaysSo() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(403, "{}"))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.NONE);
            assertThat(asked(vendor)).isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
            assertThat(asked(vendor.reading(Meaning.PERMISSION, Set.of(403), null, null)))
                    .isEqualTo("OPERATIONAL PERMISSION");
        }
    }

    @Test
    void aForbiddenRequestIsAMissingPermissionWhereTheChallengeSaysSo() throws Exception {
        try (var server =
                TestServer.http(asked -> Reply.of(403, "", "WWW-Authenticate: Bearer error=\"insufficient_scope\""))) {
            assertThat(asked(Vendors.at(server.at(""), AuthenticationType.NONE)))
                    .isEqualTo("OPERATIONAL PERMISSION");
        }
    }

    @Test
    void aGoodStatusMayHoldARefusalAndABadOneToo() throws Exception {
        try (var server = TestServer.http(asked -> asked.uri().getPath().endsWith("/good")
                ? Reply.of(200, "{\"errors\": [{\"code\": \"AUTH_FAILED\"}]}")
                : Reply.of(400, "{\"errors\": [{\"code\": \"AUTH_FAILED\"}]}"))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.NONE)
                    .reading(Meaning.CREDENTIALS_REFUSED, Set.of(200, 400), "/errors/0/code", "^AUTH_");
            assertThat(asked(vendor.proof("GET", "/good", null)))
                    .isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
            assertThat(asked(vendor.proof("GET", "/bad", null))).isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
        }
    }

    @Test
    void whatDoesNotFitIsLeftToTheStatus() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(400, "{\"code\": \"NO_SUCH_FIELD\"}"))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.NONE)
                    .reading(Meaning.CREDENTIALS_REFUSED, Set.of(400), "/code", "^AUTH_")
                    .reading(Meaning.PERMISSION, Set.of(403), null, null)
                    .reading(Meaning.PERMISSION, Set.of(), "/nothing/there", null)
                    .reading(Meaning.PERMISSION, Set.of(400), "/code", "NO_SUCH_FIELD", Environment.TEST);
            assertThat(asked(vendor)).isEqualTo("SYSTEM_UNREACHABLE HTTP_STATUS");
        }
    }

    @Test
    void theFirstThatFitsCounts() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(403, "{\"code\": 7}"))) {
            assertThat(asked(Vendors.at(server.at(""), AuthenticationType.NONE)
                            .reading(Meaning.RATE_LIMITED, Set.of(403), "/code", "^7$")
                            .reading(Meaning.PERMISSION, Set.of(403), null, null)))
                    .isEqualTo("OPERATIONAL RATE_LIMITED");
        }
    }

    @Test
    void anAnswerInXmlIsReadByPath() throws Exception {
        try (var server =
                TestServer.http(asked -> Reply.of(200, "<r><code>13</code><why>Not &amp; allowed</why></r>"))) {
            assertThat(asked(Vendors.at(server.at(""), AuthenticationType.NONE)
                            .reading(Meaning.PERMISSION, Set.of(), "/r/why", "\\ANot & allowed\\z")))
                    .isEqualTo("OPERATIONAL PERMISSION");
        }
    }

    @Test
    void aWholeTextIsSearchedWhereNoPlaceIsNamed() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(500, "Login first, stranger"))) {
            assertThat(asked(Vendors.at(server.at(""), AuthenticationType.NONE)
                            .reading(Meaning.CREDENTIALS_REFUSED, Set.of(), null, "Login first")))
                    .isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
        }
    }

    @Test
    void aValueInTheAnswerTellsTheEnvironment() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, "{\"sandbox\": true}"))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.NONE)
                    .sandbox(server.at(""))
                    .reading(Meaning.WRONG_ENVIRONMENT, Set.of(200), "/sandbox", "^true$", Environment.LIVE);
            assertThat(asked(vendor)).isEqualTo("FAILED_AUTHENTICATION WRONG_ENVIRONMENT");
            assertThat(asked(vendor.in(Environment.TEST))).isEqualTo("OPERATIONAL null");
        }
    }

    @Test
    void aKeyThatLooksLikeOneOfTheOtherEnvironmentIsNotSent() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, "{}"))) {
            assertThat(asked(shaped(server, "sk_test_0"))).isEqualTo("FAILED_AUTHENTICATION WRONG_ENVIRONMENT");
            assertThat(server.asked()).isEmpty();
            assertThat(asked(shaped(server, "sk_live_0"))).isEqualTo("OPERATIONAL null");
            // Neither shape: the vendor may have a newer one.
            assertThat(asked(shaped(server, "other"))).isEqualTo("OPERATIONAL null");
        }
    }

    private static Vendors shaped(TestServer server, String value) {
        return Vendors.at(server.at(""), AuthenticationType.BEARER)
                .shaped(Place.BEARER_TOKEN, "^sk_live_.*$", "^sk_test_.*$", value);
    }

    @Test
    void refusedCredentialsAreTriedInTheOtherEnvironmentWhereTheDefinitionSaysSo() throws Exception {
        try (var live = TestServer.http(asked -> Reply.of(401, ""));
                var sandbox = TestServer.http(asked ->
                        Reply.of(asked.header("Authorization").equals("Bearer of-the-sandbox") ? 200 : 401, "{}"))) {
            assertThat(asked(at(live, "of-the-sandbox").sandbox(sandbox.at(""))))
                    .isEqualTo("FAILED_AUTHENTICATION WRONG_ENVIRONMENT");
            assertThat(asked(at(live, "of-nobody").sandbox(sandbox.at(""))))
                    .isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
            assertThat(asked(at(live, "of-the-sandbox"))).isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
            assertThat(sandbox.asked()).hasSize(2);
        }
    }

    private static Vendors at(TestServer server, String token) {
        return Vendors.at(server.at(""), AuthenticationType.BEARER).set(Place.BEARER_TOKEN, token);
    }

    @Test
    void twoServerErrorsAreAnAnswerThatMeansNothing() throws Exception {
        var count = new AtomicInteger();
        try (var server = TestServer.http(asked -> {
            count.incrementAndGet();
            return Reply.of(503, "");
        })) {
            assertThat(asked(Vendors.at(server.at(""), AuthenticationType.NONE)))
                    .isEqualTo("SYSTEM_UNREACHABLE HTTP_STATUS");
            assertThat(count).hasValue(2);
        }
    }

    @Test
    void theDefinitionsAdviceForTheReasonComesAlong() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(asked.has("X-Key") ? 200 : 401, ""))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.API_KEY)
                    .hint(CheckReason.CREDENTIALS_REFUSED, "Keys end with the month.");
            assertThat(check(vendor).hint()).isEqualTo("Keys end with the month.");
            assertThat(check(vendor.set(Place.HEADER, "X-Key", "x")).hint()).isNull();
        }
    }

    @Test
    void oneValueGoesWhereverItIsWanted() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, "{}"))) {
            check(Vendors.at(server.at(""), AuthenticationType.CUSTOM_HEADERS)
                    .set(
                            new CredentialDestination(Place.HEADER, "X-App", null),
                            new CredentialDestination(Place.QUERY, "app", "app-{value}"),
                            "mine"));

            assertThat(server.asked().getFirst().header("X-App")).isEqualTo("mine");
            assertThat(server.asked().getFirst().uri().getQuery()).isEqualTo("app=app-mine");
        }
    }

    private String asked(Vendors vendor) {
        var check = check(vendor);
        assertThat(check.status()).isNotEqualTo(AccessStatus.NOT_CHECKED);
        return check.status() + " " + check.reason();
    }

    private Check check(Vendors vendor) {
        return checks.check(vendor.question());
    }
}
