package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.access.Check;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestCertificates;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.InetAddress;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens of an authorization server that we did not write, to a system that verifies them by its keys. */
@Timeout(60)
class AuthorizationServerTests {

    private static final String ISSUER = "vendor";
    private static MockOAuth2Server issuer;

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));

    @BeforeAll
    static void start() throws Exception {
        issuer = new MockOAuth2Server();
        issuer.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterAll
    static void stop() {
        issuer.shutdown();
    }

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void clientCredentialsInTheHeader() throws Exception {
        lets(
                AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                vendor -> vendor.set(Place.CLIENT_ID, "client").set(Place.CLIENT_SECRET, "secret"));
        assertThat(lastAsked()).contains("grant_type=client_credentials");
    }

    @Test
    void clientCredentialsInTheBody() throws Exception {
        lets(
                AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                vendor -> vendor.set(Place.CLIENT_ID, "client")
                        .set(Place.CLIENT_SECRET, "secret")
                        .setting("clientAuthentication", "body"));
        assertThat(lastAsked()).contains("client_secret=secret");
    }

    @Test
    void privateKeyJwt() throws Exception {
        lets(
                AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                vendor -> vendor.set(Place.CLIENT_ID, "client")
                        .set(Place.PRIVATE_KEY, TestCertificates.pem(keyPair()))
                        .setting("clientAuthentication", "private_key_jwt"));
        assertThat(lastAsked()).contains("client_assertion=ey");
    }

    @Test
    void aSignedAssertion() throws Exception {
        lets(
                AuthenticationType.OAUTH2_JWT_BEARER,
                vendor -> vendor.set(Place.CLIENT_ID, "client")
                        .set(Place.PRIVATE_KEY, TestCertificates.pem(keyPair()))
                        .set(Place.ASSERTION_CLAIM, "sub", "anna")
                        .setting("scopes", "read"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        var check = ask(
                "stranger",
                AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                vendor -> vendor.set(Place.CLIENT_ID, "client").set(Place.CLIENT_SECRET, "secret"));

        assertThat(check.status() + " " + check.reason()).isEqualTo("FAILED_AUTHENTICATION CREDENTIALS_REFUSED");
    }

    private void lets(AuthenticationType type, UnaryOperator<Vendors> typed) throws Exception {
        var check = ask(ISSUER, type, typed);
        assertThat(check.status() + " " + check.reason()).isEqualTo("OPERATIONAL null");
    }

    private Check ask(String from, AuthenticationType type, UnaryOperator<Vendors> typed) throws Exception {
        var keys = JWKSet.load(issuer.jwksUrl(ISSUER).uri().toURL());
        try (var system = TestServer.http(asked -> Reply.of(isOurs(asked, keys) ? 200 : 401, "{}"))) {
            return new HttpChecks(egress, Clock.systemUTC())
                    .check(typed.apply(Vendors.at(system.at(""), type))
                            .setting("tokenUrl", issuer.tokenEndpointUrl(from).toString())
                            .question());
        }
    }

    private static boolean isOurs(Asked asked, JWKSet keys) {
        try {
            var token = SignedJWT.parse(asked.header("Authorization").substring("Bearer ".length()));
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
            return key != null
                    && token.verify(new RSASSAVerifier(key.toRSAKey()))
                    && token.getJWTClaimsSet().getIssuer().endsWith("/" + ISSUER)
                    && token.getJWTClaimsSet().getExpirationTime().after(new Date());
        } catch (ParseException | com.nimbusds.jose.JOSEException unreadable) {
            return false;
        }
    }

    private static String lastAsked() throws InterruptedException {
        for (var asked = issuer.takeRequest(); ; asked = issuer.takeRequest()) {
            var body = asked.getBody().readUtf8();
            if (!body.isEmpty()) {
                return body;
            }
        }
    }

    private static java.security.PrivateKey keyPair() {
        try {
            return TestCertificates.keyPair().getPrivate();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
