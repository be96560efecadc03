package io.patchbay.access.connectivity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.patchbay.system.CredentialDestination.Place;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs what a client or a service account says about itself (RFC 7523); empty where the key is none. */
final class Assertion {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

    private Assertion() {}

    /** As a client's proof of itself (section 2.2). */
    static Optional<SignedJWT> ofClient(Access access, ClientID client, Clock clock) {
        var claims = claims(access, clock).issuer(client.getValue()).subject(client.getValue());
        return key(access).flatMap(key -> signed(access, placed(access, claims), key, keyId(access)));
    }

    /** As a grant (section 2.1). */
    static Optional<SignedJWT> ofGrant(Access access, Clock clock) {
        var claims = claims(access, clock);
        var account = access.value(Place.SERVICE_ACCOUNT_KEY);
        if (account.isEmpty()) {
            access.value(Place.CLIENT_ID).ifPresent(claims::issuer);
            scopes(access, claims);
            return key(access).flatMap(key -> signed(access, placed(access, claims), key, keyId(access)));
        }
        return account.flatMap(Assertion::json).flatMap(file -> {
            claims.issuer(file.path("client_email").asString(""));
            scopes(access, claims);
            return Keys.privateKey(file.path("private_key").asString(""), "")
                    .flatMap(key -> signed(
                            access,
                            placed(access, claims),
                            key,
                            file.path("private_key_id").asString("")));
        });
    }

    private static JWTClaimsSet.Builder claims(Access access, Clock clock) {
        var now = clock.instant();
        var lifetime = access.setting("assertionLifetime").map(Duration::parse).orElse(USUAL_LIFETIME);
        var audience = access.setting("audience").or(() -> access.setting("tokenUrl"));
        return new JWTClaimsSet.Builder()
                .audience(audience.map(access::expand).orElse(""))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static JWTClaimsSet.Builder placed(Access access, JWTClaimsSet.Builder claims) {
        access.placed(Place.ASSERTION_CLAIM).forEach(claim -> claims.claim(claim.name(), claim.value()));
        return claims;
    }

    private static void scopes(Access access, JWTClaimsSet.Builder claims) {
        var scope = TokenEndpoint.scope(access);
        if (!scope.isEmpty()) {
            claims.claim("scope", scope.toString());
        }
    }

    private static Optional<PrivateKey> key(Access access) {
        return access.value(Place.PRIVATE_KEY)
                .flatMap(pem -> Keys.privateKey(
                        pem, access.value(Place.PRIVATE_KEY_PASSPHRASE).orElse("")));
    }

    private static @Nullable String keyId(Access access) {
        return access.value(Place.PRIVATE_KEY_ID).orElse(null);
    }

    private static Optional<SignedJWT> signed(
            Access access, JWTClaimsSet.Builder claims, PrivateKey key, @Nullable String keyId) {
        try {
            var signer = signer(key);
            var algorithm = access.setting("algorithm").map(JWSAlgorithm::parse).orElseGet(() -> usual(signer));
            var header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
            var jwt = new SignedJWT(header, claims.build());
            jwt.sign(signer);
            return Optional.of(jwt);
        } catch (JOSEException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static JWSSigner signer(PrivateKey key) throws JOSEException {
        return key instanceof ECPrivateKey curve ? new ECDSASigner(curve) : new RSASSASigner(key);
    }

    /** An elliptic curve has one algorithm of its own. */
    private static JWSAlgorithm usual(JWSSigner signer) {
        return signer instanceof ECDSASigner
                ? signer.supportedJWSAlgorithms().iterator().next()
                : JWSAlgorithm.RS256;
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
