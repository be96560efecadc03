package io.patchbay.credential.persistence;

import io.patchbay.shared.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Where the master key comes from.
 *
 * @param key the setting {@code PATCHBAY_MASTER_KEY}
 * @param keyFile the setting {@code PATCHBAY_MASTER_KEY_FILE}
 * @param dataDirectory where a key of Patchbay's own is kept, if neither is set and the database is the embedded one
 * @param externalDatabase whether the database is somebody else's, so that the data directory is not where its backup is
 */
@NamedInterface("persistence")
public record MasterKeySource(
        Optional<Secret> key, Optional<Path> keyFile, Path dataDirectory, boolean externalDatabase) {

    /** Reads the two settings; empty ones count as not set. */
    public static MasterKeySource of(
            Optional<String> key, Optional<String> keyFile, Path dataDirectory, boolean externalDatabase) {
        return new MasterKeySource(
                key.filter(text -> !text.isBlank()).map(Secret::new),
                keyFile.filter(text -> !text.isBlank()).map(Path::of),
                dataDirectory,
                externalDatabase);
    }

    /**
     * The key; makes one in the data directory where nothing was encrypted yet.
     *
     * @param expectedId the id of the key that the database needs; empty: none yet
     * @throws MasterKeyException where there is none, or none that can be read
     */
    MasterKey masterKey(Optional<String> expectedId) {
        if (key.isPresent()) {
            return MasterKey.parse(key.get(), "PATCHBAY_MASTER_KEY");
        }
        if (keyFile.isPresent()) {
            return read(keyFile.get());
        }
        if (externalDatabase) {
            throw new MasterKeyException("With an external database Patchbay needs a master key" + withId(expectedId)
                    + ": set PATCHBAY_MASTER_KEY to 32 random bytes in base64, or PATCHBAY_MASTER_KEY_FILE to a file with"
                    + " them. \"openssl rand -base64 32\" makes such a key.");
        }
        return own(dataDirectory.resolve("master.key"), expectedId);
    }

    private static MasterKey own(Path file, Optional<String> expectedId) {
        if (Files.exists(file)) {
            return read(file);
        }
        if (expectedId.isPresent()) {
            throw new MasterKeyException("The master key" + withId(expectedId) + " is missing: put it back as " + file
                    + ", or set PATCHBAY_MASTER_KEY. Without it the secrets in this database cannot be read.");
        }
        try {
            var made = MasterKey.random();
            MasterKeyFile.write(file, made);
            return made;
        } catch (IOException unwritable) {
            throw new MasterKeyException("The master key cannot be written to " + file + ": " + unwritable);
        }
    }

    private static MasterKey read(Path file) {
        try {
            return MasterKey.parse(new Secret(Files.readString(file)), file.toString());
        } catch (IOException unreadable) {
            throw new MasterKeyException("The master key cannot be read from " + file
                    + ": put the file there and let Patchbay's user read it.");
        }
    }

    private static String withId(Optional<String> expectedId) {
        return expectedId.map(id -> " with the id " + id).orElse("");
    }
}
