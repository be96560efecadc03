package io.patchbay.postgres.persistence;

import java.io.InputStream;
import java.util.Locale;

/** The machines for which Patchbay brings a PostgreSQL along. */
enum Platform {
    LINUX_AMD64("linux-amd64", "postgres-linux-x86_64.txz"),
    LINUX_ARM64("linux-arm64", "postgres-linux-arm_64.txz"),
    MACOS_ARM64("macos-arm64", "postgres-darwin-arm_64.txz");

    private final String label;
    private final String archive;

    Platform(String label, String archive) {
        this.label = label;
        this.archive = archive;
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        return switch (family(system) + " " + processor.toLowerCase(Locale.ROOT)) {
            case "linux amd64", "linux x86_64" -> LINUX_AMD64;
            case "linux aarch64", "linux arm64" -> LINUX_ARM64;
            case "mac aarch64", "mac arm64" -> MACOS_ARM64;
            default -> throw unsupported(system, processor);
        };
    }

    private static String family(String system) {
        return system.toLowerCase(Locale.ROOT).split(" ", 2)[0];
    }

    String label() {
        return label;
    }

    /** The programs; a build brings those of the machine that it ran on. */
    InputStream openArchive() {
        var stream = Platform.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new EmbeddedPostgresException("This Patchbay was built without a PostgreSQL for " + label
                    + "; build it on such a machine, or set SPRING_DATASOURCE_URL to a PostgreSQL 15 or newer.");
        }
        return stream;
    }

    private static EmbeddedPostgresException unsupported(String system, String processor) {
        return new EmbeddedPostgresException("Patchbay brings no PostgreSQL for " + system + " on " + processor
                + "; set SPRING_DATASOURCE_URL to a PostgreSQL 15 or newer instead.");
    }
}
