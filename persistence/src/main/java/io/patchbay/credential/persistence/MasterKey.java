package io.patchbay.credential.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.patchbay.shared.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The owner's key, under which the data keys are encrypted; it never reaches the database. Prints nothing but its id. */
public final class MasterKey {

    /** How long it is, in bytes. */
    static final int LENGTH = 32;

    private static final byte[] ID_DOMAIN = "patchbay master key id\0".getBytes(UTF_8);

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key in base64; white space around it is no mistake.
     *
     * @param origin where it came from, for the sentence that refuses it
     * @throws MasterKeyException where it is not 32 bytes in base64
     */
    static MasterKey parse(Secret base64, String origin) {
        var bytes = decode(base64.reveal().strip(), origin);
        if (bytes.length != LENGTH) {
            throw malformed(origin);
        }
        return new MasterKey(bytes);
    }

    static MasterKey random() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** By what people tell keys apart: tells nothing about the key. */
    public String id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ID_DOMAIN);
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 4);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Encrypts and decrypts with this key. */
    @AccessesPartialKey
    Aead aead() throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(LENGTH)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return AesGcmJce.create(AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build());
    }

    Secret base64() {
        return new Secret(Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] decode(String base64, String origin) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw malformed(origin);
        }
    }

    private static MasterKeyException malformed(String origin) {
        return new MasterKeyException("The master key in " + origin
                + " is not 32 bytes in base64, which are 44 characters; \"openssl rand -base64 32\" makes such a key.");
    }

    @Override
    public String toString() {
        return "MasterKey[" + id() + "]";
    }
}
