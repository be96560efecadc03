package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import io.patchbay.credential.SecretId;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** An encrypted secret, bound to its company, id and version: in any other row it cannot be decrypted. */
record SecretRow(UUID companyId, UUID id, int version, UUID dataKeyId, byte[] ciphertext) {

    static final String SELECT = "select company_id, id, version, data_key_id, ciphertext from secret";

    static SecretRow of(CompanyId company, SecretId id, Secret secret, DataKeys.DataKey key) {
        return encrypted(company.value(), id.value(), 1, secret, key);
    }

    /**
     * The same secret in its next version, under another key.
     *
     * @throws UnreadableSecret where it cannot be decrypted
     */
    SecretRow under(DataKeys.DataKey key, Aead before) {
        return encrypted(companyId, id, version + 1, decrypt(before), key);
    }

    private static SecretRow encrypted(UUID company, UUID id, int version, Secret secret, DataKeys.DataKey key) {
        try {
            var plaintext = secret.reveal().getBytes(StandardCharsets.UTF_8);
            var ciphertext = key.aead().encrypt(plaintext, associatedData(company, id, version));
            return new SecretRow(company, id, version, key.id(), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be encrypted", e);
        }
    }

    /** @throws UnreadableSecret where the row was altered or moved */
    Secret decrypt(Aead aead) {
        try {
            var plaintext = aead.decrypt(ciphertext, associatedData(companyId, id, version));
            return new Secret(new String(plaintext, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret(
                    UnreadableSecret.Reason.ALTERED, "The secret " + id + " was altered in the database", e);
        }
    }

    static SecretRow read(ResultSet row, int number) throws SQLException {
        return new SecretRow(
                row.getObject("company_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("data_key_id", UUID.class),
                row.getBytes("ciphertext"));
    }

    // Of fixed length, so that no two rows share it. Changing it makes every stored secret unreadable.
    private static byte[] associatedData(UUID company, UUID id, int version) {
        return ByteBuffer.allocate(36)
                .putLong(company.getMostSignificantBits())
                .putLong(company.getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(version)
                .array();
    }
}
