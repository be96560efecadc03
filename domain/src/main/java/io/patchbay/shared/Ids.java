package io.patchbay.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;

/** New identities: UUIDs of version 7 (RFC 9562), whose order is the order of birth, which keeps indexes warm. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** An id that nothing else has. Thread-safe. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** Reads an id in its canonical 36 characters; empty for anything else, lenient forms included. */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
