package io.patchbay.credential.persistence;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.patchbay.shared.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** The owner's key, under which the data keys are encrypted; it never reaches the database. Prints nothing but its id. */
final class MasterKey implements WrappingKey {

    /** How long it is, in bytes. */
    static final int LENGTH = 32;

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

    @Override
    public String id() {
        return KeyIds.of("patchbay master key id\0", bytes);
    }

    @Override
    @AccessesPartialKey
    public Aead aead() throws GeneralSecurityException {
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
