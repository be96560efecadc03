package io.patchbay.credential.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Short names by which people tell keys apart. */
final class KeyIds {

    private KeyIds() {}

    /** The part of a UUID version 7 that is random. */
    static String of(UUID id) {
        return HexFormat.of().toHexDigits((int) id.getLeastSignificantBits());
    }

    /** Of a digest in a domain of its own, so that it tells nothing about the bytes. */
    static String of(String domain, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(domain.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 4);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
