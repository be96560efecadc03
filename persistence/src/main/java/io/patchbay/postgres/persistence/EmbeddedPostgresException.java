package io.patchbay.postgres.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why the embedded PostgreSQL cannot serve: a sentence for the person who started Patchbay, free of secrets. */
public final class EmbeddedPostgresException extends RuntimeException {

    EmbeddedPostgresException(String sentence) {
        super(sentence);
    }

    EmbeddedPostgresException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static EmbeddedPostgresException unusable(Path path, IOException reason) {
        return new EmbeddedPostgresException(
                "The data directory cannot be used: " + path + " (" + inWords(reason) + ").", reason);
    }

    private static @Nullable String inWords(IOException reason) {
        return switch (reason) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException failed
            when failed.getReason() != null -> failed.getFile() + ": " + failed.getReason();
            default -> reason.toString();
        };
    }
}
