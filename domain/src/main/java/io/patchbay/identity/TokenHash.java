package io.patchbay.identity;

import io.patchbay.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of an API token, in hexadecimal. Enough without salt, because a token holds 256 random bits. */
public record TokenHash(String hexadecimal) {

    public static TokenHash of(Secret token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new TokenHash(
                    HexFormat.of().formatHex(digest.digest(token.reveal().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
