package io.patchbay.postgres.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIntegrationTests {

    @TempDir
    static Path temporary;

    static Path directory;
    static EmbeddedPostgres postgres;

    @BeforeAll
    static void startOnce() {
        directory = temporary.resolve("data directory");
        postgres = start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void waitsForTheDiskBeforeItAcknowledgesAWrite() throws Exception {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(Sql.value(postgres, "show " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void refusesWhoeverDoesNotKnowThePassword() {
        for (var role : List.of("patchbay", "postgres")) {
            for (var password : List.of("", "guess")) {
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), role, password))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
    }

    @Test
    void offersNoDoorButThePasswordOnTheLoopbackAddress() throws Exception {
        assertThat(Sql.value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readAllLines(directory.resolve("postgres/data/pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("host all all 127.0.0.1/32 scram-sha-256");
        try (var files = Files.list(directory.resolve("postgres/data"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".s.PGSQL"));
        }
    }

    @Test
    void givesTheApplicationARoleThatOwnsItsDatabaseAndNothingElse() throws Exception {
        assertThat(Sql.value(postgres, """
                select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls)
                from pg_roles where rolname = current_user
                """)).isEqualTo("f f f f f");
        assertThat(Sql.column(postgres, """
                select datname from pg_database where pg_get_userbyid(datdba) = current_user
                """)).containsExactly("patchbay");
        assertThatThrownBy(() -> Sql.execute(postgres, "create database another"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"),
                        postgres.username(),
                        postgres.password().reveal()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void letsTheApplicationAddTheExtensionsThatItSearchesWith() throws Exception {
        Sql.execute(postgres, "create extension pg_trgm");
        Sql.execute(postgres, "create extension btree_gin");

        assertThat(Sql.value(postgres, "select similarity('patchbay', 'patchbay')"))
                .isEqualTo("1");
    }

    @Test
    void closesItsDirectoriesAndPasswordFilesToOtherUsers() throws Exception {
        assertThat(permissionsOf("")).isEqualTo("rwx------");
        assertThat(permissionsOf("postgres.lock")).isEqualTo("rw-------");
        assertThat(permissionsOf("postgres")).isEqualTo("rwx------");
        assertThat(permissionsOf("postgres/data")).isEqualTo("rwx------");
        assertThat(permissionsOf("postgres/postgres.password")).isEqualTo("rw-------");
        assertThat(permissionsOf("postgres/patchbay.password")).isEqualTo("rw-------");
    }

    @Test
    void keepsPasswordsAndStatementsOutOfTextAndLogs() throws Exception {
        var password = postgres.password().reveal();
        assertThat(postgres.password()).asString().doesNotContain(password);
        assertThatThrownBy(() -> Sql.execute(postgres, "select '" + password + "' from nowhere"))
                .isInstanceOf(SQLException.class);
        try (var logs = Files.list(directory.resolve("postgres/log"))) {
            assertThat(logs)
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(log).content().doesNotContain(password));
        }
    }

    @Test
    void refusesADirectoryThatAnotherPatchbayUses() throws Exception {
        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(EmbeddedPostgresIntegrationTests::start)
                .withMessageContaining("Another Patchbay is using the data directory");
        assertThat(Sql.value(postgres, "select 'unharmed'")).isEqualTo("unharmed");
    }

    @Test
    void namesTheWayOutOnAMachineItHasNoProgramsFor() {
        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .withMessageContaining("Windows 11")
                .withMessageContaining("SPRING_DATASOURCE_URL");
    }

    @Test
    void namesTheWayOutWhenItWasBuiltForAnotherMachine() {
        var elsewhere = Platform.current() == Platform.LINUX_ARM64 ? Platform.LINUX_AMD64 : Platform.LINUX_ARM64;

        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(elsewhere::openArchive)
                .withMessageContaining(elsewhere.label())
                .withMessageContaining("SPRING_DATASOURCE_URL");
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(directory, TestDatabases.binaries(), Durability.DURABLE);
    }

    private String permissionsOf(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(path)));
    }
}
