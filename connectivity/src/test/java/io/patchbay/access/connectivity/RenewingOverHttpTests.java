package io.patchbay.access.connectivity;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.credential.Applications;
import io.patchbay.credential.InMemorySecretStore;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.shared.SettableClock;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.InMemoryTokenGrants;
import io.patchbay.token.InMemoryTokenWatch;
import io.patchbay.token.IssuedTokens;
import io.patchbay.token.RenewalPace;
import io.patchbay.token.TokenAnswer;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenHolder;
import io.patchbay.token.TokenState;
import io.patchbay.token.TokenSteps;
import io.patchbay.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Tokens from a real server, with everything that goes wrong on the way. */
@Timeout(60)
class RenewingOverHttpTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final InMemoryTokenGrants grants = new InMemoryTokenGrants(clock);
    private final InMemoryTokenWatch watch = new InMemoryTokenWatch();
    private final Tokens tokens = new Tokens(grants, secrets, watch, clock);
    private final AccessTokens node = node(RenewalPace.USUAL);
    private final HttpChecks checks = new HttpChecks(egress, clock);
    private final CompanyId company = CompanyId.next();

    @AfterEach
    void close() {
        node.close();
        egress.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reusable, access-2, 2",
        "grace, access-2, 2",
        "single-use, REFRESH_ANSWER_LOST, 1",
    })
    void aLostAnswer(String reuse, String answer, int asked) throws Exception {
        try (var server = new RotatingServer(reuse)) {
            var holder = connected(server, reuse);
            server.losesAnswer();

            assertThat(ask(holder)).isEqualTo(answer);
            assertThat(server.timesAskedForToken()).isEqualTo(asked);
            assertThat(ask(holder)).isEqualTo(answer);
            assertThat(server.timesAskedForToken()).isEqualTo(asked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reusable, access-2, 2",
        "grace, access-2, 2",
        "single-use, REFRESH_ANSWER_LOST, 1",
    })
    void anAnswerThatIsCutMidBody(String reuse, String answer, int asked) throws Exception {
        try (var server = new RotatingServer(reuse)) {
            var holder = connected(server, reuse);
            server.resetsMidBody();

            assertThat(ask(holder)).isEqualTo(answer);
            assertThat(server.timesAskedForToken()).isEqualTo(asked);
        }
    }

    @Test
    void anAnswerThatIsCutWithoutAWordIsLostToo() throws Exception {
        try (var server = new RotatingServer("single-use")) {
            var holder = connected(server, "single-use");
            server.then((asked, answer) -> Reply.of(200, "{\"access_token\":\"acc"));

            assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");
        }
    }

    @Test
    void anAnswerThatTakesTooLongIsLost() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = new RotatingServer("single-use");
                var hasty = node(new RenewalPace(Duration.ofMillis(500), Duration.ofSeconds(30)))) {
            var holder = connected(server, "single-use");
            server.then((asked, answer) -> {
                await(end);
                return answer;
            });

            assertThat(value(hasty.of(holder).token(PATIENCE))).isEqualTo("REFRESH_ANSWER_LOST");
            end.countDown();
        }
    }

    @Test
    void nobodyWhoListensLosesNothing() throws Exception {
        var server = new RotatingServer("single-use");
        var holder = connected(server, "single-use");
        server.close();

        assertThat(ask(holder)).isEqualTo("REFUSED");
        assertThat(state(holder)).isEqualTo(TokenState.BACKOFF);
    }

    @ParameterizedTest
    @CsvSource({
        "429, '', RATE_LIMITED",
        "500, oops, HTTP_STATUS",
        "503, <html>maintenance</html>, HTTP_STATUS",
        "200, <html>log in to the hotel's network</html>, UNEXPECTED_ANSWER",
        "401, {\"error\":\"invalid_client\"}, CREDENTIALS_REFUSED",
        "404, nothing, HTTP_STATUS",
    })
    void whatIsNoRefusalOfTheGrantEndsNoGrant(int status, String body, String trouble) throws Exception {
        try (var server = new RotatingServer("single-use")) {
            var holder = connected(server, "single-use");
            server.refuses(status, body);

            assertThat(ask(holder)).isEqualTo(trouble);
            assertThat(state(holder)).isEqualTo(TokenState.BACKOFF);

            clock.goOn(Duration.ofMinutes(5));
            assertThat(ask(holder)).isEqualTo("access-1");
        }
    }

    @Test
    void theVendorSaysHowLongToStayAway() throws Exception {
        try (var server = new RotatingServer("single-use")) {
            var holder = connected(server, "single-use");
            server.refuses(429, "", "Retry-After: 90");
            ask(holder);

            clock.goOn(Duration.ofSeconds(89));
            assertThat(ask(holder)).isEqualTo("RATE_LIMITED");
            assertThat(server.timesAskedForToken()).isEqualTo(1);
            clock.goOn(Duration.ofSeconds(1));
            assertThat(ask(holder)).isEqualTo("access-1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-600, 0, 600})
    void theVendorSaysByItsOwnClockWhenToComeBack(int ourSecondsOff) throws Exception {
        try (var server = new RotatingServer("single-use")) {
            clock.set(Instant.now().minus(Duration.ofHours(1)).plusSeconds(ourSecondsOff));
            var holder = connected(server, "single-use");
            server.refuses(429, "", "Retry-After: " + httpDate(Instant.now().plusSeconds(300)));
            ask(holder);

            assertThat(Objects.requireNonNull(grant(holder).setback()).retryAt())
                    .isBetween(clock.instant().plusSeconds(240), clock.instant().plusSeconds(301));
        }
    }

    @Test
    void aGrantThatIsRevokedIsGone() throws Exception {
        try (var server = new RotatingServer("grace")) {
            var holder = connected(server, "grace");
            server.revokeAll();

            assertThat(ask(holder)).isEqualTo("GRANT_GONE");
            assertThat(state(holder)).isEqualTo(TokenState.NEEDS_RECONNECT);
        }
    }

    @Test
    void aGrantThatIsRefusedBecauseAnotherNodeWasFasterIsReadAgain() throws Exception {
        try (var server = new RotatingServer("single-use")) {
            var holder = connected(server, "single-use");
            server.then((asked, answer) -> {
                tokens.keepFirst(company, holder.credentials().id(), issued("access-1", "refresh-1"));
                return Reply.of(400, "{\"error\":\"invalid_grant\"}");
            });

            assertThat(ask(holder)).isEqualTo("access-1");
            assertThat(state(holder)).isEqualTo(TokenState.VALID);
        }
    }

    @Test
    void whatTheVendorSaysOfTheTokenIsKept() throws Exception {
        try (var server = new RotatingServer("grace")) {
            var holder = connected(server, "grace");
            ask(holder);

            var kept = kept(holder);
            assertThat(kept.scopes()).containsExactly("orders", "products");
            assertThat(kept.issuedAt()).isEqualTo(clock.instant());
            assertThat(kept.expiresAt()).isEqualTo(clock.instant().plusSeconds(3600));
            assertThat(kept.refreshExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(60)));
            assertThat(secrets.reveal(company, kept.refreshToken())).isEqualTo(new Secret("refresh-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-600, 0, 600})
    void theEndIsReckonedByOurClockWhateverTheVendorsClockSays(int ourSecondsOff) throws Exception {
        clock.set(Instant.now().plusSeconds(ourSecondsOff));
        var end = Instant.now().plusSeconds(1_200);
        for (var text : List.of(
                end.toString(),
                end.toString().replace("Z", ""),
                end.atOffset(ZoneOffset.ofHours(2)).toString(),
                Long.toString(end.getEpochSecond()),
                Long.toString(end.toEpochMilli()))) {
            try (var server = TestServer.http(asked -> Reply.of(200, "{\"Token\":\"t\",\"End\":\"" + text + "\"}"))) {
                var holder = Vendors.at(server.at(""), AuthenticationType.TOKEN_LOGIN)
                        .setting("loginUrl", "{+address}/login")
                        .setting("tokenPointer", "/Token")
                        .setting("expiresAtPointer", "/End")
                        .holder(company);

                assertThat(ask(holder)).isEqualTo("t");
                assertThat(kept(holder).expiresAt())
                        .isBetween(
                                clock.instant().plusSeconds(1_140),
                                clock.instant().plusSeconds(1_201));
            }
        }
    }

    @Test
    void aRefreshTokenThatSaysWhenItEndsIsBelievedAlsoWhereTheNextAnswerBringsNone() throws Exception {
        clock.set(Instant.now());
        var end = clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
        var refreshToken = jwt("{\"iss\":\"https://system.example\",\"exp\":" + end.getEpochSecond() + "}");
        var answers = new ArrayDeque<>(List.of(
                "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"" + refreshToken + "\"}",
                "{\"access_token\":\"b\",\"expires_in\":3600}"));
        try (var server = TestServer.http(asked -> Reply.of(200, answers.remove()))) {
            var holder = connected(whoseRefreshTokensAreJwts(server));

            assertThat(ask(holder)).isEqualTo("a");
            // Our clock is an hour ahead of the vendor's by now.
            assertThat(kept(holder).refreshExpiresAt()).isBetween(end.plusSeconds(3_000), end.plusSeconds(4_200));

            var told = kept(holder).refreshExpiresAt();
            clock.goOn(Duration.ofHours(1));
            assertThat(ask(holder)).isEqualTo("b");
            assertThat(kept(holder).refreshExpiresAt()).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @MethodSource
    void aRefreshTokenThatSaysNothingOfItsEndHasNone(String refreshToken) throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(
                200, "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"" + refreshToken + "\"}"))) {
            var holder = connected(whoseRefreshTokensAreJwts(server));

            assertThat(ask(holder)).isEqualTo("a");
            assertThat(kept(holder).refreshExpiresAt()).isNull();
        }
    }

    static List<String> aRefreshTokenThatSaysNothingOfItsEndHasNone() {
        return List.of(
                "opaque",
                "a.b",
                "a.~~~.c",
                jwt("{}"),
                jwt("[]"),
                jwt("{\"exp\":{}}"),
                jwt("{\"exp\":\"soon\"}"),
                jwt("{\"exp\":99999999999999999999}"),
                jwt("no json"));
    }

    private static String jwt(String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"PS256\"}".getBytes(UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(UTF_8)) + ".signature";
    }

    private static Vendors whoseRefreshTokensAreJwts(TestServer server) {
        return Vendors.at(server.at(""), AuthenticationType.OAUTH2_AUTHORIZATION_CODE)
                .set(Place.CLIENT_ID, "client")
                .set(Place.CLIENT_SECRET, "client-key")
                .setting("tokenUrl", "{+address}/token")
                .setting("refreshReuse", "reusable")
                .setting("refreshTokenForm", "jwt");
    }

    @Test
    void aTokenIsUsedUntilItsEndAndThenAskedForAnew() throws Exception {
        try (var server = TestServer.http(asked -> asked.uri().getPath().equals("/login")
                ? Reply.of(200, "{\"Token\":\"t\"}")
                : Reply.of(asked.header("Authorization").equals("Bearer t") ? 200 : 401, "{}"))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.TOKEN_LOGIN)
                    .setting("loginUrl", "{+address}/login")
                    .setting("tokenPointer", "/Token")
                    .setting("tokenLifetime", "PT20M");
            var holder = vendor.holder(company);

            for (int round = 0; round < 3; round++) {
                assertThat(check(vendor, holder).status()).isEqualTo(AccessStatus.OPERATIONAL);
            }
            assertThat(server.asked()).hasSize(4);

            clock.goOn(Duration.ofMinutes(18));
            check(vendor, holder);
            assertThat(server.asked()).hasSize(6);
        }
    }

    @Test
    void aRefusedTokenIsReplacedOnce() throws Exception {
        try (var server = new RotatingServer("single-use")) {
            var vendor = vendor(server, "single-use");
            var holder = connected(vendor);
            check(vendor, holder);
            server.revokeAccessToken();

            assertThat(check(vendor, holder).status()).isEqualTo(AccessStatus.OPERATIONAL);
            assertThat(server.issued()).isEqualTo(2);
        }
    }

    @Test
    void aTokenThatIsRefusedWhenItIsNewIsNotReplacedAgain() throws Exception {
        try (var server = TestServer.http(asked -> asked.uri().getPath().equals("/token")
                ? Reply.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}")
                : Reply.of(401, "{}"))) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.OAUTH2_CLIENT_CREDENTIALS)
                    .set(Place.CLIENT_ID, "client")
                    .set(Place.CLIENT_SECRET, "secret")
                    .setting("tokenUrl", "{+address}/token");

            var check = check(vendor, vendor.holder(company));

            assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
            assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void aRefusedTokenWhoseGrantIsGoneNeedsAPerson() throws Exception {
        try (var server = new RotatingServer("single-use")) {
            var vendor = vendor(server, "single-use");
            var holder = connected(vendor);
            check(vendor, holder);
            server.revokeAll();

            var check = check(vendor, holder);

            assertThat(check.status()).isEqualTo(AccessStatus.NEEDS_RECONNECT);
            assertThat(check.reason()).isEqualTo(CheckReason.GRANT_GONE);
            assertThat(server.timesUsed()).isEqualTo(2);
        }
    }

    @Test
    void aCheckIsOverInTimeAndTheAnswerIsNotWasted() throws Exception {
        var answering = new CountDownLatch(1);
        try (var server = TestServer.http(asked -> {
            await(answering);
            return Reply.of(200, "{\"access_token\":\"t\"}");
        })) {
            var vendor = Vendors.at(server.at(""), AuthenticationType.OAUTH2_REFRESH_TOKEN)
                    .set(Place.CLIENT_ID, "client")
                    .set(Place.REFRESH_TOKEN, "pasted")
                    .setting("clientAuthentication", "none")
                    .setting("tokenUrl", "{+address}/token");
            var holder = vendor.holder(company);
            var hasty = new HttpChecks(egress, clock, Duration.ofMillis(300));

            var check = hasty.check(vendor.question().with(node.ofTrial(holder)));
            assertThat(check.reason()).isEqualTo(CheckReason.TIMEOUT);
            answering.countDown();

            assertThat(ask(holder)).isEqualTo("t");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void noTokenIsInAnythingThatIsWrittenDown() throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        var written = new ListAppender<ILoggingEvent>();
        written.start();
        root.setLevel(Level.TRACE);
        root.addAppender(written);
        // As the application has it: what it prints below this is the wire itself.
        ((Logger) LoggerFactory.getLogger("org.apache.hc.client5.http")).setLevel(Level.WARN);
        try (var server = new RotatingServer("grace")) {
            var vendor = vendor(server, "grace");
            var holder = connected(vendor);
            check(vendor, holder);
            server.revokeAccessToken();
            server.losesAnswer();
            check(vendor, holder);
            server.revokeAll();
            check(vendor, holder);
        } finally {
            root.detachAppender(written);
            root.setLevel(before);
        }

        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(
                        line -> line.contains("access-") || line.contains("refresh-") || line.contains("client-key"));
    }

    private static String httpDate(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private AccessTokens node(RenewalPace pace) {
        return new AccessTokens(
                tokens,
                new TokenSteps(grants, secrets, watch, clock),
                new RevealedCredentials(secrets, Applications.NONE),
                new HttpTokenExchange(egress, clock),
                clock,
                pace);
    }

    private static Vendors vendor(RotatingServer server, String reuse) {
        return Vendors.at(server.at(""), AuthenticationType.OAUTH2_AUTHORIZATION_CODE)
                .set(Place.CLIENT_ID, "client")
                .set(Place.CLIENT_SECRET, "client-key")
                .setting("tokenUrl", "{+address}/token")
                .setting("refreshReuse", reuse)
                .setting("refreshTokenLifetime", "P60D");
    }

    private TokenHolder connected(RotatingServer server, String reuse) {
        return connected(vendor(server, reuse));
    }

    /** Somebody whose first access token has ended. */
    private TokenHolder connected(Vendors vendor) {
        var holder = vendor.holder(company);
        tokens.keepFirst(company, holder.credentials().id(), issued("access-0", "refresh-0"));
        clock.goOn(Duration.ofHours(1));
        return holder;
    }

    private IssuedTokens issued(String accessToken, String refreshToken) {
        var now = clock.instant();
        return new IssuedTokens(
                new Secret(accessToken),
                new Secret(refreshToken),
                null,
                List.of(),
                now,
                now.plus(Duration.ofHours(1)),
                null,
                null);
    }

    private String ask(TokenHolder holder) {
        return value(node.of(holder).token(PATIENCE));
    }

    private Check check(Vendors vendor, TokenHolder holder) {
        return checks.check(vendor.question().with(node.ofTrial(holder)));
    }

    private TokenState state(TokenHolder holder) {
        return grant(holder).state(clock.instant());
    }

    private TokenGrant grant(TokenHolder holder) {
        return tokens.find(company, holder.credentials().id()).orElseThrow();
    }

    private TokenGrant.Kept kept(TokenHolder holder) {
        return Objects.requireNonNull(grant(holder).tokens());
    }

    private static String value(TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Granted(var token) -> token.value().reveal();
            case TokenAnswer.Missing(var trouble) -> trouble.name();
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
