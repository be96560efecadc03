package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.RawServer;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.credential.Credentials;
import io.patchbay.limit.InMemoryLedgers;
import io.patchbay.limit.Priority;
import io.patchbay.limit.RateLimits;
import io.patchbay.limit.Turn;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

@Timeout(30)
class HttpChecksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));
    private final HttpChecks checks = new HttpChecks(egress, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        egress.close();
    }

    @ParameterizedTest
    @CsvSource({
        "200, OPERATIONAL,",
        "204, OPERATIONAL,",
        "401, FAILED_AUTHENTICATION, CREDENTIALS_REFUSED",
        "403, FAILED_AUTHENTICATION, CREDENTIALS_REFUSED",
        "429, OPERATIONAL, RATE_LIMITED",
        "404, SYSTEM_UNREACHABLE, HTTP_STATUS",
        "400, SYSTEM_UNREACHABLE, HTTP_STATUS",
        "304, SYSTEM_UNREACHABLE, UNEXPECTED_ANSWER",
        "503, SYSTEM_UNREACHABLE, HTTP_STATUS"
    })
    void theStatusIsTheVerdict(int status, AccessStatus verdict, CheckReason reason) throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(status, ""))) {
            var check = checks.check(
                    Vendors.at(server.at(""), AuthenticationType.NONE).question());

            assertThat(check.status()).isEqualTo(verdict);
            assertThat(check.reason()).isEqualTo(reason);
            assertThat(check.latency()).isPositive();
            assertThat(check.checkedAt()).isEqualTo(NOW);
            assertThat(server.asked().getFirst().uri()).hasToString("/api/me");
        }
    }

    @Test
    void whatTheSystemSaysOfItsLimitsIsBelieved() throws Exception {
        var ledgers = InMemoryLedgers.ofPlenty();
        var limits = new RateLimits(ledgers.steps(), ledgers, key -> Optional.empty());
        try (var server = TestServer.http(asked -> Reply.of(429, "", "Retry-After: 100000"))) {
            var question = Vendors.at(server.at(""), AuthenticationType.NONE).question();
            var limited = limits.of(CompanyId.next(), question.system(), Credentials.none("method"));

            checks.check(question.with(limited));

            assertThat(limited.acquire(Priority.TEST, Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(Turn.Refused.class, refused -> {
                        assertThat(refused.vendorAsked()).isTrue();
                        assertThat(refused.retryAfter()).isGreaterThan(Duration.ofHours(20));
                    });
        }
    }

    @Test
    void oneServerErrorIsForgiven() throws Exception {
        var count = new AtomicInteger();
        try (var server = TestServer.http(asked -> Reply.of(count.getAndIncrement() == 0 ? 502 : 200, ""))) {
            assertThat(ask(server, AuthenticationType.NONE).status()).isEqualTo(AccessStatus.OPERATIONAL);
            assertThat(count).hasValue(2);
        }
    }

    @Test
    void theProofIsSentAsTheDefinitionSays() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, "{}"))) {
            checks.check(Vendors.at(server.at(""), AuthenticationType.NONE)
                    .proof("POST", "/q?a=1&$top=2", "{\"query\":\"{ me }\"}")
                    .question());

            var asked = server.asked().getFirst();
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.uri()).hasToString("/api/q?a=1&$top=2");
            assertThat(asked.body()).isEqualTo("{\"query\":\"{ me }\"}");
            assertThat(asked.header("Accept")).isEqualTo("application/json");
        }
    }

    @Test
    void theAnswerItselfTellsWhereTheStatusDoesNot() throws Exception {
        try (var server = TestServer.http(asked ->
                Reply.of(200, "{\"ok\": " + asked.header("Authorization").equals("Bearer good") + "}"))) {
            assertThat(askAccepting(server, "good").status()).isEqualTo(AccessStatus.OPERATIONAL);
            assertThat(askAccepting(server, "bad").reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
        }
    }

    private Check askAccepting(TestServer server, String token) {
        return checks.check(Vendors.at(server.at(""), AuthenticationType.BEARER)
                .set(Place.BEARER_TOKEN, token)
                .accepting("/ok", "true")
                .question());
    }

    @Test
    void aPageWhereThereShouldBeJsonProvesNothing() throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(200, "<html>", "Content-Type: text/html; charset=utf-8"))) {
            assertThat(ask(server, AuthenticationType.NONE).reason()).isEqualTo(CheckReason.UNEXPECTED_ANSWER);
        }
    }

    @Test
    void aLoginPageElsewhereProvesNothing() throws Exception {
        try (var login = TestServer.http(asked -> Reply.of(200, "{}"));
                var server = TestServer.http(asked -> Reply.of(302, "", "Location: " + login.at("/login")))) {
            var check = checks.check(Vendors.at(server.at(""), AuthenticationType.BEARER)
                    .set(Place.BEARER_TOKEN, "hidden")
                    .question());

            assertThat(check.status()).isEqualTo(AccessStatus.SYSTEM_UNREACHABLE);
            assertThat(check.reason()).isEqualTo(CheckReason.UNEXPECTED_ANSWER);
            assertThat(login.asked()).noneMatch(asked -> asked.has("Authorization"));
        }
    }

    @Test
    void failuresHaveTheirReasons() throws Exception {
        try (var silent = new RawServer(socket -> {});
                var publicOnly = new Egress(EgressSettings.PUBLIC_ONLY)) {
            assertThat(ask(checks, silent.address())).isEqualTo(CheckReason.REFUSED);
            assertThat(ask(checks, URI.create("http://nobody.invalid"))).isEqualTo(CheckReason.DNS);
            assertThat(ask(new HttpChecks(publicOnly, Clock.systemUTC()), silent.address()))
                    .isEqualTo(CheckReason.ADDRESS_FORBIDDEN);
        }
    }

    @Test
    void aSilentSystemIsGivenUp() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = TestServer.http(asked -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Reply.of(200, "");
        })) {
            var hasty = new HttpChecks(egress, Clock.systemUTC(), Duration.ofMillis(300));

            assertThat(ask(hasty, server.at(""))).isEqualTo(CheckReason.TIMEOUT);
            end.countDown();
        }
    }

    @Test
    void secretsAreInNothingThatIsWrittenDown() throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var written = new ListAppender<ILoggingEvent>();
        var before = root.getLevel();
        written.start();
        root.addAppender(written);
        root.setLevel(Level.TRACE);
        // As the application has it: what it prints below this is the wire itself.
        ((Logger) LoggerFactory.getLogger("org.apache.hc.client5.http")).setLevel(Level.WARN);
        try (var server = TestServer.http(asked -> Reply.of(401, "no"));
                var cutting = new RawServer(socket -> {})) {
            for (var address : List.of(server.at(""), cutting.address(), URI.create("http://nobody.invalid"))) {
                for (var type : List.of(AuthenticationType.BEARER, AuthenticationType.OAUTH2_CLIENT_CREDENTIALS)) {
                    var vendor = Vendors.at(address, type)
                            .set(Place.BEARER_TOKEN, "recognisable-secret")
                            .set(Place.QUERY, "key", "recognisable-secret")
                            .set(Place.CLIENT_ID, "recognisable-secret")
                            .set(Place.CLIENT_SECRET, "recognisable-secret")
                            .setting("tokenUrl", "{+address}/token");
                    assertThat(checks.check(vendor.question())).asString().doesNotContain("recognisable");
                    assertThat(vendor.question()).asString().doesNotContain("recognisable");
                }
            }
        } finally {
            root.detachAppender(written);
            root.setLevel(before);
        }
        assertThat(written.list)
                .noneMatch(event -> event.getFormattedMessage().contains("recognisable-secret")
                        || event.getFormattedMessage().contains("cmVjb2duaXNhYmxl"));
    }

    private Check ask(TestServer server, AuthenticationType type) {
        return checks.check(Vendors.at(server.at(""), type).question());
    }

    private static CheckReason ask(HttpChecks through, URI address) {
        var check = through.check(Vendors.at(address, AuthenticationType.NONE).question());
        assertThat(check.status()).isEqualTo(AccessStatus.SYSTEM_UNREACHABLE);
        assertThat(check.latency()).isNull();
        return check.reason();
    }
}
