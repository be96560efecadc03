package io.patchbay.demoshop;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that say nothing and that nobody guesses: codes and tokens. */
final class Opaque {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    static String word() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
