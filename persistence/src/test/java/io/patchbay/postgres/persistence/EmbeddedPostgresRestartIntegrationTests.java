package io.patchbay.postgres.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresRestartIntegrationTests {

    private static final int NOBODY = 65534;

    @TempDir
    Path directory;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (var postgres = start()) {
            Sql.execute(postgres, "create table note as select 'kept' as text");
        }

        try (var postgres = start()) {
            assertThat(Sql.value(postgres, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void startsQuicklyOnDataThatIsThere() {
        start().close();
        var begin = Instant.now();

        try (var postgres = start()) {
            assertThat(Duration.between(begin, Instant.now()))
                    .as(postgres.jdbcUrl())
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void refusesTheDataOfAnotherVersionNamingBoth() throws Exception {
        start().close();
        Files.writeString(directory.resolve("postgres/data/PG_VERSION"), "17\n");

        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(this::start)
                .withMessageContaining("PostgreSQL 17")
                .withMessageContaining("PostgreSQL 18");
    }

    @Test
    void cutsConnectionsThatAreStillOpenWhenItStops() throws Exception {
        var postgres = start();
        try (var connection = Sql.connect(postgres)) {
            postgres.close();
            postgres.close();

            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void closesAnEmptyDirectoryThatWasMadeForIt() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        start().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void saysWhyTheServerDoesNotStart() throws Exception {
        start().close();
        Files.delete(directory.resolve("postgres/data/global/pg_control"));

        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(this::start)
                .withMessageContaining("PostgreSQL did not start")
                .withMessageContaining("pg_control");
    }

    @Test
    void refusesDataThatBelongsToAnotherUser() throws Exception {
        assumeThat(new UnixSystem().getUid())
                .as("only root can give files away")
                .isZero();
        start().close();
        Files.setAttribute(directory.resolve("postgres"), "unix:uid", NOBODY);

        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(this::start)
                .withMessageContaining("belongs to nobody");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(directory, TestDatabases.binaries(), Durability.DURABLE);
    }
}
