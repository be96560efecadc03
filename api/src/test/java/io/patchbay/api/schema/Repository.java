package io.patchbay.api.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that are made from the schema. {@code script/schema} writes them anew. */
final class Repository {

    static final String HOW_TO_UPDATE = "Run script/schema, look at what it changed, and commit it.";

    private static final boolean WRITING = Boolean.getBoolean("patchbay.schema.write");

    private Repository() {}

    static String read(String file) {
        try {
            var path = root().resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the file is to hold from now on; without {@code script/schema} only what it should have held. */
    static String update(String file, String content) {
        if (!WRITING) {
            return read(file);
        }
        try {
            Files.writeString(root().resolve(file), content);
            return content;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (directory.getParent() != null && Files.exists(directory.resolveSibling("pom.xml"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
