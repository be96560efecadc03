package io.patchbay.access.connectivity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.connectivity.CodeGrant.Result;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class CodeGrantTests {

    private static final URI BACK = URI.create("https://patchbay.example/oauth/callback");
    private static final Secret STATE = new Secret("a state that nobody guesses");
    private static final Secret VERIFIER = new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<String, Secret> CALLBACK =
            Map.of("code", new Secret("the-code"), "state", STATE, "realmId", new Secret("123145"));
    private static final String TOKENS = """
            {"access_token": "at", "refresh_token": "rt", "expires_in": "3600", "scope": "read,write",
             "x_refresh_token_expires_in": 8640000, "team": {"name": "Hartmann"}, "id_token": "%s"}
            """.formatted(jwt("{\"email\": \"anna@example.com\"}"));

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));
    private final CodeGrant grants = new CodeGrant(egress, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(10));

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void asksForAYesWithProofOfOrigin() throws Exception {
        var page = page(vendor -> vendor.setting("scopes", "read write")
                .setting("authorizationParameters", "access_type=offline&prompt=consent")
                .setting("audience", "api.vendor.example"));

        assertThat(parameters(page))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "client")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("state", STATE.reveal())
                .containsEntry("scope", "read write")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("code_challenge", challenge())
                .containsEntry("access_type", "offline")
                .containsEntry("prompt", "consent")
                .containsEntry("audience", "api.vendor.example")
                .doesNotContainKey("client_secret");
    }

    @Test
    void asksAsVendorsWantItWhoseWaysDiffer() throws Exception {
        var page = page(vendor -> vendor.setting("scopes", "read_products read_orders")
                .setting("scopeSeparator", ",")
                .setting("pkce", "false")
                .set(Place.REDIRECT_URI, "Hartmann-Patchbay-PRD-abcdef"));

        assertThat(parameters(page))
                .containsEntry("scope", "read_products,read_orders")
                .containsEntry("redirect_uri", "Hartmann-Patchbay-PRD-abcdef")
                .doesNotContainKey("code_challenge");
    }

    @Test
    void exchangesTheCodeForTokens() throws Exception {
        try (var server = vendor(TOKENS)) {
            var issued = issued(redeem(server, vendor -> vendor.setting("accountPointer", "token#/team/name")));

            assertThat(form(server.asked().getFirst()))
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", "the-code")
                    .containsEntry("redirect_uri", BACK.toString())
                    .containsEntry("code_verifier", VERIFIER.reveal())
                    .doesNotContainKey("scope");
            assertThat(server.asked().getFirst().header("Accept")).isEqualTo("application/json");
            assertThat(issued.tokens().accessToken().reveal()).isEqualTo("at");
            assertThat(issued.tokens().scopes()).containsExactly("read", "write");
            assertThat(issued.tokens().expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
            assertThat(issued.tokens().refreshExpiresAt()).isEqualTo(NOW.plus(Duration.ofDays(100)));
            assertThat(issued.tokens().account()).isEqualTo("Hartmann");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void findsTheAccountInAnIdToken() throws Exception {
        try (var server = vendor(TOKENS)) {
            assertThat(issued(redeem(server, vendor -> vendor.setting("accountPointer", "id-token#/email")))
                            .tokens()
                            .account())
                    .isEqualTo("anna@example.com");
        }
    }

    @Test
    void asksForTheAccountWithTheNewTokenAndWithWhatTheCallbackTold() throws Exception {
        try (var server = vendor(TOKENS)) {
            var issued = issued(redeem(
                    server,
                    vendor -> vendor.setting("accountPointer", "account#/dc")
                            .granted("company", "callback#/realmId")
                            .granted("data_center", "account#/dc")));

            var asked = server.asked().getLast();
            assertThat(asked.uri().getPath()).isEqualTo("/api/me");
            assertThat(asked.header("Authorization")).isEqualTo("Bearer at");
            assertThat(asked.header("X-company")).isEqualTo("123145");
            assertThat(issued.told()).isEqualTo(Map.of("company", "123145", "data_center", "us6"));
            assertThat(issued.tokens().account()).isEqualTo("us6");
        }
    }

    @Test
    void asksElsewhereForTheAccountWhereTheDefinitionSaysSo() throws Exception {
        try (var server = vendor(TOKENS)) {
            issued(redeem(
                    server,
                    vendor -> vendor.setting("accountPointer", "account#/dc")
                            .setting("accountUrl", server.at("/metadata").toString())
                            .setting("accountTokenFormat", "OAuth {value}")));

            assertThat(server.asked().getLast().uri().getPath()).isEqualTo("/metadata");
            assertThat(server.asked().getLast().header("Authorization")).isEqualTo("OAuth at");
        }
    }

    @Test
    void goesWithoutTheAccountWhereNobodyTells() throws Exception {
        try (var server = TestServer.http(
                asked -> asked.uri().getPath().equals("/token") ? Reply.of(200, TOKENS) : Reply.of(403, "{}"))) {
            assertThat(issued(redeem(server, vendor -> vendor.setting("accountPointer", "account#/dc")))
                            .tokens()
                            .account())
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\"} | Refused[why=invalid_grant]",
                "401 | {\"error\":\"invalid_client\"} | Refused[why=invalid_client]",
                "200 | {\"error\":\"bad_verification_code\"} | Refused[why=bad_verification_code]",
                "401 | nothing | Refused[why=CREDENTIALS_REFUSED]",
                "200 | <html>hello</html> | Unreachable[why=UNEXPECTED_ANSWER]",
                "429 | slow down | Unreachable[why=RATE_LIMITED]",
                "503 | {\"error\":\"server_error\"} | Unreachable[why=HTTP_STATUS]"
            })
    void saysWhyThereAreNoTokens(int status, String body, String result) throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(status, body))) {
            assertThat(redeem(server, UnaryOperator.identity())).hasToString(result);
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        URI gone;
        try (var server = vendor(TOKENS)) {
            gone = server.at("");
        }
        assertThat(grants.redeem(at(gone, UnaryOperator.identity()).question(), VERIFIER, BACK, CALLBACK))
                .isEqualTo(new Result.Unreachable("REFUSED"));
    }

    @Test
    void trustsACallbackOnlyWithItsSignatureWhereTheVendorSigns() throws Exception {
        try (var server = vendor(TOKENS)) {
            Function<Map<String, Secret>, Result> redeem = parameters -> grants.redeem(
                    at(server.at(""), vendor -> vendor.setting("callbackHmac", "hmac"))
                            .question(),
                    VERIFIER,
                    BACK,
                    parameters);
            var message = "code=the-code&shop=my-shop.example&state=" + STATE.reveal();
            var signed = Map.of(
                    "code", new Secret("the-code"),
                    "shop", new Secret("my-shop.example"),
                    "state", STATE,
                    "hmac", new Secret(hmac(message)));
            var forged = Map.of(
                    "code", new Secret("the-code"),
                    "shop", new Secret("other-shop.example"),
                    "state", STATE,
                    "hmac", new Secret(hmac(message)));

            assertThat(redeem.apply(forged)).isEqualTo(new Result.Refused("callback_signature"));
            assertThat(redeem.apply(CALLBACK)).isEqualTo(new Result.Refused("callback_signature"));
            assertThat(server.asked()).isEmpty();
            issued(redeem.apply(signed));
        }
    }

    private static TestServer vendor(String tokens) throws Exception {
        return TestServer.http(asked -> asked.uri().getPath().equals("/token")
                ? Reply.of(200, tokens, "Content-Type: application/json")
                : Reply.of(200, "{\"dc\": \"us6\"}", "Content-Type: application/json"));
    }

    private URI page(UnaryOperator<Vendors> more) {
        return grants.page(at(URI.create("https://vendor.example"), more).question(), STATE, VERIFIER, BACK)
                .orElseThrow();
    }

    private Result redeem(TestServer server, UnaryOperator<Vendors> more) {
        return grants.redeem(at(server.at(""), more).question(), VERIFIER, BACK, CALLBACK);
    }

    private static Vendors at(URI address, UnaryOperator<Vendors> more) {
        return more.apply(Vendors.at(address, AuthenticationType.OAUTH2_AUTHORIZATION_CODE)
                .set(Place.CLIENT_ID, "client")
                .set(Place.CLIENT_SECRET, "secret")
                .setting("authorizationUrl", "{+address}/authorize")
                .setting("tokenUrl", "{+address}/token"));
    }

    private static Result.Issued issued(Result result) {
        assertThat(result).isInstanceOf(Result.Issued.class);
        return (Result.Issued) result;
    }

    private static Map<String, String> form(Asked asked) {
        return pairs(asked.body());
    }

    private static Map<String, String> parameters(URI address) {
        return pairs(address.getRawQuery());
    }

    private static Map<String, String> pairs(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String jwt(String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(UTF_8)) + ".signature";
    }

    private static String challenge() throws Exception {
        var digest =
                MessageDigest.getInstance("SHA-256").digest(VERIFIER.reveal().getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String hmac(String message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
    }
}
