package io.patchbay.app;

import io.patchbay.company.RegistrationPolicy;
import io.patchbay.shared.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The code that proves that whoever sets Patchbay up may also read this machine's files. Made once per data directory, in a
 * file that only its owner can read.
 */
@Component
class SetupCode implements RegistrationPolicy {

    // Without letters and digits that are easily taken for each other.
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Path file;
    private final boolean open;

    SetupCode(PatchbaySettings settings) {
        this.file = settings.dataDir().resolve("setup-code");
        this.open = settings.registrationOpen();
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public boolean isSetupCode(Secret typed) {
        return new Secret(normal(typed.reveal())).equals(new Secret(normal(code())));
    }

    /** The code, made now if there is none yet. Sixteen characters of 32 kinds: 80 random bits. */
    synchronized String code() {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.deleteIfExists(file);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, newCode() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException unusable) {
            throw new UncheckedIOException("The set-up code cannot be kept in " + file, unusable);
        }
    }

    /** Thrown away once somebody has set Patchbay up. */
    synchronized void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The set-up code cannot be removed from " + file, unusable);
        }
    }

    private static String newCode() {
        var random = new SecureRandom();
        var code = new StringBuilder();
        for (var position = 0; position < 16; position++) {
            if (position > 0 && position % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String normal(String code) {
        return code.strip().replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
