package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.patchbay.shared.Ids;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A key that encrypts secrets, encrypted itself by the master key and bound to its own id. */
record DataKeyRow(UUID id, byte[] wrapped, String masterKeyId, boolean primary) {

    private static final Configuration CONFIGURATION = configuration();

    static DataKeyRow random(MasterKey masterKey) {
        try {
            var id = Ids.next();
            var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION);
            var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, masterKey.aead(), associatedData(id), CONFIGURATION);
            return new DataKeyRow(id, wrapped, masterKey.id(), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No data key could be made", e);
        }
    }

    /** @throws WrongMasterKey where it was encrypted under another one */
    Aead unwrap(MasterKey masterKey) {
        if (!masterKey.id().equals(masterKeyId)) {
            throw new WrongMasterKey(masterKeyId, masterKey.id());
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped, masterKey.aead(), associatedData(id), CONFIGURATION)
                    .getPrimitive(CONFIGURATION, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The data key " + id + " was altered in the database", e);
        }
    }

    static DataKeyRow read(ResultSet row, int number) throws SQLException {
        return new DataKeyRow(
                row.getObject("id", UUID.class),
                row.getBytes("wrapped"),
                row.getString("master_key_id"),
                row.getBoolean("is_primary"));
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
