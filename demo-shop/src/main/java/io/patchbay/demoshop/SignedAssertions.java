package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JWTs signed with the demo key (RFC 7523), as a client's proof of itself or as a grant; each of them good once. The
 * private half of the key is in the shop's definition, for everybody.
 */
final class SignedAssertions {

    private static final String PUBLIC_KEY = """
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAERR2h70vZ2W4l8YZrDhWFQMneCTe7\
            VNHqlPo/Kde4a+o6Hh/kHNpFYNjilwKeuL3Tyktk4VgTRPJz5dGgj0znyQ==""";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final PublicKey key = key();
    private final Expiring<String> used;

    SignedAssertions(Clock clock) {
        this.clock = clock;
        this.used = new Expiring<>(clock, LONGEST.plus(TOLERANCE));
    }

    /** Whether it is signed, in time, and says of this client to this address that it is itself. */
    boolean accepts(String jwt, String issuer, String audience) {
        try {
            var parts = jwt.split("\\.", -1);
            return parts.length == 3 && isSigned(parts) && says(json.readTree(decoded(parts[1])), issuer, audience);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private boolean isSigned(String[] parts) {
        if (!json.readTree(decoded(parts[0])).path("alg").asString("").equals("ES256")) {
            return false;
        }
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            return signature.verify(decoded(parts[2]));
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    private boolean says(JsonNode claims, String issuer, String audience) {
        var id = claims.path("jti").asString("");
        return claims.path("iss").asString("").equals(issuer)
                && claims.path("aud").asString("").equals(audience)
                && isInTime(claims)
                && isNew(id);
    }

    private boolean isInTime(JsonNode claims) {
        var now = clock.instant();
        var issued = Instant.ofEpochSecond(claims.path("iat").asLong(0));
        var end = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        return end.isAfter(now) && !end.isAfter(now.plus(LONGEST)) && !issued.isAfter(now.plus(TOLERANCE));
    }

    private boolean isNew(String id) {
        synchronized (used) {
            if (id.isEmpty() || used.find(id).isPresent()) {
                return false;
            }
            used.keep(id, id);
            return true;
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static PublicKey key() {
        try {
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(PUBLIC_KEY));
            return KeyFactory.getInstance("EC").generatePublic(spec);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The demo key is one", impossible);
        }
    }
}
