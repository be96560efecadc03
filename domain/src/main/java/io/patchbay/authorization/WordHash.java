package io.patchbay.authorization;

import io.patchbay.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a random word, in hexadecimal. Enough without salt, because the words hold 256 random bits. */
public record WordHash(String hexadecimal) {

    public static WordHash of(Secret word) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new WordHash(
                    HexFormat.of().formatHex(digest.digest(word.reveal().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Compares in a time that does not depend on where the values differ. */
    boolean matches(Secret word) {
        return MessageDigest.isEqual(bytes(), of(word).bytes());
    }

    private byte[] bytes() {
        return hexadecimal.getBytes(StandardCharsets.US_ASCII);
    }
}
