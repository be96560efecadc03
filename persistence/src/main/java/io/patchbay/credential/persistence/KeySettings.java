package io.patchbay.credential.persistence;

import io.patchbay.shared.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where one of the owner's keys is. The settings go before each other in this order; empty ones count as not set.
 *
 * @param name the setting that holds the key itself
 * @param key the setting of that name
 * @param file the setting {@code <name>_FILE}
 * @param uri the setting {@code <name>_URI}, a key in a key management service
 */
record KeySettings(String name, Optional<Secret> key, Optional<Path> file, Optional<String> uri) {

    /** @param setting gives a setting by its name, null where it is not set */
    static KeySettings of(String name, Function<String, @Nullable String> setting) {
        Function<String, Optional<String>> given =
                known -> Optional.ofNullable(setting.apply(known)).filter(text -> !text.isBlank());
        return new KeySettings(
                name,
                given.apply(name).map(Secret::new),
                given.apply(name + "_FILE").map(Path::of),
                given.apply(name + "_URI"));
    }

    /**
     * The key; empty where none of the settings is set.
     *
     * @throws MasterKeyException where it cannot be read
     */
    Optional<WrappingKey> read() {
        if (key.isPresent()) {
            return Optional.of(MasterKey.parse(key.get(), name));
        }
        if (file.isPresent()) {
            return Optional.of(read(file.get()));
        }
        return uri.map(address -> KmsKey.at(address, name + "_URI"));
    }

    static MasterKey read(Path file) {
        try {
            return MasterKey.parse(new Secret(Files.readString(file)), file.toString());
        } catch (IOException unreadable) {
            throw new MasterKeyException("The master key cannot be read from " + file
                    + ": put the file there and let Patchbay's user read it.");
        }
    }
}
