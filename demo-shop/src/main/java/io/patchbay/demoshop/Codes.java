package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Authorization codes: each for one use within a minute, by the app that knows its verifier. */
final class Codes {

    private final Expiring<Issued> codes;
    private final Expiring<String> used;
    private final Grants grants;

    private record Issued(Wish wish, Grant grant) {}

    Codes(Grants grants, Clock clock) {
        this.grants = grants;
        this.codes = new Expiring<>(clock, AuthorizationEndpoint.CODE_LIFETIME);
        this.used = new Expiring<>(clock, AuthorizationEndpoint.TO_DECIDE);
    }

    String issue(Wish wish, Grant grant) {
        return codes.keep(new Issued(wish, grant));
    }

    /** Tokens; empty where the code is none, was used, has ended, or is somebody else's. */
    Optional<Grants.Tokens> redeem(String code, String redirectAddress, String verifier) {
        var issued = codes.take(code);
        if (issued.isEmpty()) {
            // Used twice: who came second may be a thief, or the first was (RFC 6749, 4.1.2).
            used.find(code).ifPresent(grants::endThatOf);
            return Optional.empty();
        }
        var wish = issued.get().wish();
        if (!wish.redirectAddress().equals(redirectAddress)
                || !wish.codeChallenge().equals(challenge(verifier))) {
            return Optional.empty();
        }
        var tokens = grants.begin(issued.get().grant());
        used.keep(code, tokens.refreshToken());
        return Optional.of(tokens);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
