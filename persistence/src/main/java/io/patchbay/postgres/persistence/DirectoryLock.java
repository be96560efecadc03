package io.patchbay.postgres.persistence;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps two Patchbays off one data directory; the kernel lets go of it when the JVM dies, however it dies. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws IOException {
        var channel = OwnerOnly.open(directory.resolve("postgres.lock"), CREATE, WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new EmbeddedPostgresException("Another Patchbay is using the data directory " + directory
                    + "; stop it first, or set PATCHBAY_DATA_DIR to another directory.");
        }
        return new DirectoryLock(channel);
    }

    /** Whether a Patchbay is using the directory right now. */
    static boolean isTaken(Path directory) throws IOException {
        var file = directory.resolve("postgres.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = OwnerOnly.open(file, WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The lock of the data directory could not be released.", e);
        }
    }
}
