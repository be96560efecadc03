package io.patchbay.postgres.persistence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's programs, unpacked once per version. */
record Binaries(Path directory, String version) {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    static Binaries unpackedIn(Path parent) throws IOException {
        var platform = Platform.current();
        var version = bundledVersion();
        var directory = parent.resolve("postgres-" + version + "-" + platform.label() + "-bin");
        if (!Files.isDirectory(directory)) unpack(platform, version, directory);
        return new Binaries(directory, version);
    }

    /** The first number of the version: data written by one major version cannot be read by another. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    String program(String name) {
        return directory.resolve("bin", name).toString();
    }

    private static String bundledVersion() throws IOException {
        var properties = new Properties();
        try (var in = Binaries.class.getResourceAsStream("postgres.properties")) {
            if (in == null) throw new IllegalStateException("postgres.properties is not on the class path");
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }

    private static void unpack(Platform platform, String version, Path directory) throws IOException {
        LOG.info("Unpacking PostgreSQL {} into {}", version, directory);
        // An interrupted unpacking leaves this directory behind and nothing under the final name.
        var unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        OwnerOnly.delete(unfinished);
        OwnerOnly.directory(unfinished);
        try (var archive = new BufferedInputStream(platform.openArchive())) {
            Archive.unpack(archive, unfinished);
        }
        requireThatItRuns(new Binaries(unfinished, version));
        OwnerOnly.rename(unfinished, directory);
    }

    private static void requireThatItRuns(Binaries binaries) {
        var result = new Command(binaries.directory(), List.of(binaries.program("postgres"), "--version")).run();
        if (!result.succeeded()) {
            throw new EmbeddedPostgresException("The PostgreSQL that Patchbay brings along does not run here ("
                    + result.lastLine() + "); start Patchbay as an ordinary user who owns the data directory,"
                    + " or set SPRING_DATASOURCE_URL to a PostgreSQL 15 or newer.");
        }
    }
}
