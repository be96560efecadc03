package io.patchbay.authorization;

import io.patchbay.shared.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody guesses: 256 random bits that can stand in any address, cookie and code verifier (RFC 7636). */
final class RandomWord {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private RandomWord() {}

    static Secret next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
