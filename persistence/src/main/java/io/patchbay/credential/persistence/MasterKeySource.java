package io.patchbay.credential.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Where the master key comes from.
 *
 * @param current the settings {@code PATCHBAY_MASTER_KEY}, {@code PATCHBAY_MASTER_KEY_FILE} and {@code PATCHBAY_MASTER_KEY_URI}
 * @param previous the same of {@code PATCHBAY_PREVIOUS_MASTER_KEY}, while a rotation moves everything to the current one
 * @param dataDirectory where a key of Patchbay's own is kept, if no setting names one and the database is the embedded one
 * @param externalDatabase whether the database is somebody else's, so that the data directory is not where its backup is
 */
@NamedInterface("persistence")
public record MasterKeySource(KeySettings current, KeySettings previous, Path dataDirectory, boolean externalDatabase) {

    /** @param setting gives a setting by its name, null where it is not set */
    public static MasterKeySource of(
            Function<String, @Nullable String> setting, Path dataDirectory, boolean externalDatabase) {
        return new MasterKeySource(
                KeySettings.of("PATCHBAY_MASTER_KEY", setting),
                KeySettings.of("PATCHBAY_PREVIOUS_MASTER_KEY", setting),
                dataDirectory,
                externalDatabase);
    }

    /**
     * The keys; makes one in the data directory where nothing was encrypted yet.
     *
     * @param expectedId the id of the key that the database needs; empty: none yet
     * @throws MasterKeyException where there is none, or one that cannot be read
     */
    WrappingKeys keys(Optional<String> expectedId) {
        var before = previous.read();
        var now = current.read().orElseGet(() -> own(expectedId));
        return new WrappingKeys(now, before.stream().toList());
    }

    private MasterKey own(Optional<String> expectedId) {
        if (externalDatabase) {
            throw new MasterKeyException("With an external database Patchbay needs a master key" + withId(expectedId)
                    + ": set PATCHBAY_MASTER_KEY to 32 random bytes in base64, or PATCHBAY_MASTER_KEY_FILE to a file with"
                    + " them. \"openssl rand -base64 32\" makes such a key.");
        }
        var file = dataDirectory.resolve("master.key");
        if (Files.exists(file)) {
            return KeySettings.read(file);
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

    private static String withId(Optional<String> expectedId) {
        return expectedId.map(id -> " with the id " + id).orElse("");
    }
}
