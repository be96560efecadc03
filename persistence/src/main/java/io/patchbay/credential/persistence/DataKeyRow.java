package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.Ids;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key that encrypts secrets, encrypted itself by a master key and bound to its own id. */
record DataKeyRow(UUID id, byte[] wrapped, String masterKeyId, boolean primary, Instant createdAt) {

    static final String SELECT = "select id, wrapped, master_key_id, is_primary, created_at from data_key";

    private static final Configuration CONFIGURATION = configuration();

    /** A new key for new secrets. */
    static DataKeyRow random(WrappingKey masterKey) {
        try {
            var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION);
            return wrapped(Ids.next(), key, masterKey, true, Instant.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No data key could be made", e);
        }
    }

    /** The same key under another master key. */
    DataKeyRow under(WrappingKey newMasterKey, WrappingKeys owners) {
        try {
            return wrapped(id, keyset(owner(owners)), newMasterKey, primary, createdAt);
        } catch (GeneralSecurityException e) {
            throw altered(e);
        }
    }

    /** @throws UnreadableSecret where its master key is not at hand, or it was altered */
    Aead open(WrappingKeys owners) {
        return unwrap(owner(owners));
    }

    /** @throws UnreadableSecret where it was altered */
    Aead unwrap(WrappingKey masterKey) {
        try {
            return keyset(masterKey).getPrimitive(CONFIGURATION, Aead.class);
        } catch (GeneralSecurityException e) {
            throw altered(e);
        }
    }

    /** @param conflict what to do where there is such a row */
    void insert(JdbcClient jdbc, String conflict) {
        jdbc.sql("insert into data_key (id, wrapped, master_key_id, is_primary, created_at) values (?, ?, ?, ?, ?) "
                        + conflict)
                .params(id, wrapped, masterKeyId, primary, Moments.toColumn(createdAt))
                .update();
    }

    static DataKeyRow read(ResultSet row, int number) throws SQLException {
        return new DataKeyRow(
                row.getObject("id", UUID.class),
                row.getBytes("wrapped"),
                row.getString("master_key_id"),
                row.getBoolean("is_primary"),
                Moments.read(row, "created_at"));
    }

    private WrappingKey owner(WrappingKeys owners) {
        return owners.find(masterKeyId)
                .orElseThrow(() -> new UnreadableSecret(
                        UnreadableSecret.Reason.KEY_MISSING,
                        "The data key " + id + " is under the master key with the id " + masterKeyId
                                + ", which is not at hand",
                        null));
    }

    private KeysetHandle keyset(WrappingKey masterKey) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, masterKey.aead(), associatedData(id), CONFIGURATION);
    }

    private static DataKeyRow wrapped(
            UUID id, KeysetHandle key, WrappingKey masterKey, boolean primary, Instant createdAt)
            throws GeneralSecurityException {
        var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                key, masterKey.aead(), associatedData(id), CONFIGURATION);
        return new DataKeyRow(id, wrapped, masterKey.id(), primary, createdAt);
    }

    private UnreadableSecret altered(GeneralSecurityException e) {
        return new UnreadableSecret(
                UnreadableSecret.Reason.ALTERED, "The data key " + id + " was altered in the database", e);
    }

    private static byte[] associatedData(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Configuration configuration() {
        try {
            AeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
