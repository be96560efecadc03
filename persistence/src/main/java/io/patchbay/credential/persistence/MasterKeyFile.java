package io.patchbay.credential.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A master key of Patchbay's own on the disk, for nobody but its owner. */
final class MasterKeyFile {

    private MasterKeyFile() {}

    /**
     * Writes the key for good: it has its name only when it is whole, and survives a power failure, because the first secret
     * is encrypted right after.
     */
    static void write(Path file, MasterKey key) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.createDirectories(file.resolveSibling(""));
        Files.deleteIfExists(unfinished);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            var text = ByteBuffer.wrap((key.base64().reveal() + "\n").getBytes(US_ASCII));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(file.resolveSibling(""), READ)) {
            directory.force(true);
        }
    }
}
