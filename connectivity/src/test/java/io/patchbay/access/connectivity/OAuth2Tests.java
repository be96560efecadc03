package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestCertificates;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Tokens from a token endpoint that issues them only to who proves itself, and is spoken to only by Patchbay's client. */
@Timeout(30)
class OAuth2Tests {

    private static final String ISSUED = "issued-token";

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void clientSecretInTheHeader() throws Exception {
        Predicate<Asked> guard = asked -> asked.header("Authorization").equals("Basic " + base64("client:right"))
                && form(asked).equals(Map.of("grant_type", "client_credentials", "scope", "read write"));
        Function<String, Function<Vendors, Vendors>> typed = secret -> vendor ->
                client(vendor, secret).setting("clientAuthentication", "header").setting("scopes", "read write");

        lets(in(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, guard, typed.apply("right")));
        refuses(in(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, guard, typed.apply("wrong")));
    }

    @Test
    void clientSecretInTheBody() throws Exception {
        Predicate<Asked> guard = asked -> !asked.has("Authorization")
                && form(asked)
                        .equals(Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "client",
                                "client_secret", "right",
                                "audience", "https://api.vendor.example",
                                "tenant", "t1"));
        Function<String, Function<Vendors, Vendors>> typed = secret -> vendor -> client(vendor, secret)
                .set(Place.TOKEN_PARAMETER, "tenant", "t1")
                .setting("audience", "https://api.vendor.example")
                .setting("clientAuthentication", "body");

        lets(in(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, guard, typed.apply("right")));
        refuses(in(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, guard, typed.apply("wrong")));
    }

    @Test
    void tokenRequestAsJson() throws Exception {
        Predicate<Asked> guard = asked -> JsonMapper.shared()
                .readTree(asked.body())
                .equals(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"grant_type\":\"client_credentials\",\"client_id\":\"client\",\"client_secret\":\"right\"}"));

        lets(in(
                AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                guard,
                vendor -> client(vendor, "right")
                        .setting("clientAuthentication", "body")
                        .setting("tokenContentType", "json")));
    }

    @Test
    void privateKeyJwt() throws Exception {
        var keys = TestCertificates.keyPair();
        Predicate<Asked> guard = asked -> {
            var claims = verified(form(asked).get("client_assertion"), keys.getPublic(), "PS256", "cert-1");
            return claims != null
                    && claims.getIssuer().equals("client")
                    && claims.getSubject().equals("client")
                    && claims.getClaim("scope").equals("rest_webservices")
                    && claims.getAudience().getFirst().endsWith("/token")
                    && claims.getExpirationTime().after(new Date());
        };
        Function<KeyPair, Function<Vendors, Vendors>> typed = own -> vendor -> vendor.set(Place.CLIENT_ID, "client")
                .set(Place.PRIVATE_KEY_ID, "cert-1")
                .set(Place.PRIVATE_KEY, TestCertificates.pem(own.getPrivate()))
                .set(Place.ASSERTION_CLAIM, "scope", "rest_webservices")
                .setting("clientAuthentication", "private_key_jwt")
                .setting("audience", "{+address}/token")
                .setting("algorithm", "PS256");

        lets(in(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, guard, typed.apply(keys)));
        refuses(in(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, guard, typed.apply(TestCertificates.keyPair())));
        unusable(in(
                AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                guard,
                vendor -> vendor.set(Place.CLIENT_ID, "client")
                        .set(Place.PRIVATE_KEY, "no key")
                        .setting("clientAuthentication", "private_key_jwt")));
    }

    @Test
    void serviceAccountKey() throws Exception {
        var keys = TestCertificates.keyPair();
        Predicate<Asked> guard = asked -> {
            var claims = verified(form(asked).get("assertion"), keys.getPublic(), "RS256", "key-1");
            return claims != null
                    && claims.getIssuer().equals("robot@project.example")
                    && claims.getSubject().equals("anna@company.example")
                    && claims.getClaim("scope").equals("sheets")
                    && claims.getAudience().equals(List.of("https://tokens.example"))
                    && form(asked).keySet().equals(Set.of("grant_type", "assertion"))
                    && form(asked).get("grant_type").equals("urn:ietf:params:oauth:grant-type:jwt-bearer");
        };
        Function<KeyPair, Function<Vendors, Vendors>> typed = own -> vendor -> vendor.set(
                        Place.SERVICE_ACCOUNT_KEY,
                        JsonMapper.shared()
                                .writeValueAsString(Map.of(
                                        "type", "service_account",
                                        "client_email", "robot@project.example",
                                        "private_key_id", "key-1",
                                        "private_key", TestCertificates.pem(own.getPrivate()))))
                .set(Place.ASSERTION_CLAIM, "sub", "anna@company.example")
                .setting("scopes", "sheets")
                .setting("audience", "https://tokens.example")
                .setting("assertionLifetime", "PT1H");

        lets(in(AuthenticationType.OAUTH2_JWT_BEARER, guard, typed.apply(keys)));
        refuses(in(AuthenticationType.OAUTH2_JWT_BEARER, guard, typed.apply(TestCertificates.keyPair())));
        unusable(in(
                AuthenticationType.OAUTH2_JWT_BEARER,
                guard,
                vendor -> vendor.set(Place.SERVICE_ACCOUNT_KEY, "{\"type\":\"service_account\"}")));
    }

    @Test
    void jwtBearerWithAnEllipticCurve() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        var pem = TestCertificates.pem(new JcaPKCS8Generator(keys.getPrivate(), null));
        Predicate<Asked> guard = asked -> {
            var claims = verified(form(asked).get("assertion"), keys.getPublic(), "ES256", null);
            return claims != null && claims.getIssuer().equals("us");
        };

        lets(in(
                AuthenticationType.OAUTH2_JWT_BEARER,
                guard,
                vendor -> vendor.set(Place.PRIVATE_KEY, pem).set(Place.ASSERTION_CLAIM, "iss", "us")));
    }

    @Test
    void aClockThatIsTenMinutesOffIsNamed() throws Exception {
        var key = TestCertificates.pem(TestCertificates.keyPair().getPrivate());
        var check = in(
                AuthenticationType.OAUTH2_JWT_BEARER,
                asked -> false,
                vendor -> vendor.set(Place.PRIVATE_KEY, key),
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));

        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(check.reason()).isEqualTo(CheckReason.CLOCK);
    }

    @Test
    void pastedRefreshTokenThatStaysTheSame() throws Exception {
        Predicate<Asked> guard = asked -> form(asked)
                .equals(Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", "right",
                        "client_id", "client",
                        "client_secret", "secret"));
        Function<String, Function<Vendors, Vendors>> typed = token -> vendor -> client(vendor, "secret")
                .set(Place.REFRESH_TOKEN, token)
                .setting("clientAuthentication", "body")
                .setting("refreshReuse", "reusable");

        lets(in(AuthenticationType.OAUTH2_REFRESH_TOKEN, guard, typed.apply("right")));

        var gone = at(
                Reply.of(400, "{\"error\":\"invalid_grant\"}"),
                AuthenticationType.OAUTH2_REFRESH_TOKEN,
                typed.apply("revoked"));
        assertThat(gone.status()).isEqualTo(AccessStatus.NEEDS_RECONNECT);
        assertThat(gone.reason()).isEqualTo(CheckReason.GRANT_GONE);
    }

    @Test
    void theTokenGoesWhereTheDefinitionSays() throws Exception {
        try (var server = TestServer.http(asked -> asked.uri().getPath().equals("/token")
                ? Reply.of(200, "{\"access_token\":\"" + ISSUED + "\",\"scope\":\"x\"}")
                : Reply.of(asked.header("X-Access-Token").equals(ISSUED) ? 200 : 401, "{}"))) {
            assertThat(ask(
                                    server,
                                    AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                                    vendor -> client(vendor, "right").setting("tokenHeader", "X-Access-Token"),
                                    Clock.systemUTC())
                            .status())
                    .isEqualTo(AccessStatus.OPERATIONAL);
        }
    }

    private static Vendors client(Vendors vendor, String secret) {
        return vendor.set(Place.CLIENT_ID, "client").set(Place.CLIENT_SECRET, secret);
    }

    private Check at(Reply reply, AuthenticationType type, Function<Vendors, Vendors> typed) throws Exception {
        try (var server = TestServer.http(asked -> reply)) {
            return ask(server, type, typed, Clock.systemUTC());
        }
    }

    private Check in(AuthenticationType type, Predicate<Asked> guard, Function<Vendors, Vendors> typed)
            throws Exception {
        return in(type, guard, typed, Clock.systemUTC());
    }

    private Check in(AuthenticationType type, Predicate<Asked> guard, Function<Vendors, Vendors> typed, Clock clock)
            throws Exception {
        try (var server = TestServer.http(asked -> {
            if (asked.uri().getPath().equals("/token")) {
                return guard.test(asked)
                        ? Reply.of(200, "{\"access_token\":\"" + ISSUED + "\",\"token_type\":\"bearer\"}")
                        : Reply.of(401, "{\"error\":\"invalid_client\"}");
            }
            return Reply.of(asked.header("Authorization").equals("Bearer " + ISSUED) ? 200 : 401, "{}");
        })) {
            return ask(server, type, typed, clock);
        }
    }

    private Check ask(TestServer server, AuthenticationType type, Function<Vendors, Vendors> typed, Clock clock) {
        var vendor = typed.apply(Vendors.at(server.at(""), type).setting("tokenUrl", "{+address}/token"));
        var checks = new HttpChecks(egress, clock);
        assertThat(checks.supports(vendor.method())).isTrue();
        return checks.check(vendor.question());
    }

    private static void lets(Check check) {
        assertThat(check.reason()).isNull();
        assertThat(check.status()).isEqualTo(AccessStatus.OPERATIONAL);
    }

    private static void refuses(Check check) {
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
    }

    private static void unusable(Check check) {
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_UNUSABLE);
        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
    }

    private static JWTClaimsSet verified(String jwt, PublicKey key, String algorithm, String keyId) {
        try {
            var signed = SignedJWT.parse(jwt);
            var verifier =
                    key instanceof RSAPublicKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECPublicKey) key);
            return signed.verify(verifier)
                            && signed.getHeader().getAlgorithm().getName().equals(algorithm)
                            && java.util.Objects.equals(signed.getHeader().getKeyID(), keyId)
                    ? signed.getJWTClaimsSet()
                    : null;
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Map<String, String> form(Asked asked) {
        assertThat(asked.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        return Stream.of(asked.body().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
