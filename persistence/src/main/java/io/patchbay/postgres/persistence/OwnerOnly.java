package io.patchbay.postgres.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and directories that no other user of the machine may look into. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes the directory where it is missing; one that is there already keeps its permissions. */
    static Path directory(Path path) throws IOException {
        if (Files.isDirectory(path)) return path;
        return Files.createDirectories(path, PosixFilePermissions.asFileAttribute(DIRECTORY));
    }

    /** The same, and closes an empty directory that somebody made for us; in any other one, others may have a share. */
    static Path directoryOfOurOwn(Path path) throws IOException {
        directory(path);
        try (var content = Files.list(path)) {
            if (content.findAny().isEmpty()) close(path);
        }
        return path;
    }

    static void close(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, DIRECTORY);
    }

    /** Writes a new file that is owner-only from its first moment on, and flushes it to the disk. */
    static void write(Path path, String content) throws IOException {
        Files.deleteIfExists(path);
        try (var channel = open(path, CREATE_NEW, WRITE)) {
            var bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    /** Opens the file, which is owner-only where it is made by that. */
    static FileChannel open(Path path, OpenOption... options) throws IOException {
        return FileChannel.open(path, Set.of(options), PosixFilePermissions.asFileAttribute(FILE));
    }

    /** Gives a finished directory its final name, at once and for good, even if the power fails right after. */
    static void rename(Path unfinished, Path finished) throws IOException {
        flush(unfinished);
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        flush(finished.resolveSibling(""));
    }

    private static void flush(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    static void delete(Path tree) throws IOException {
        try {
            Files.walkFileTree(tree, new Deletion());
        } catch (NoSuchFileException alreadyGone) {
            return;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) throw failure;
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
