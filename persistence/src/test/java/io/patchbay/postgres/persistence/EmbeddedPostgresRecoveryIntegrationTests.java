package io.patchbay.postgres.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresRecoveryIntegrationTests {

    private static final int ROUNDS = 3;

    @TempDir
    Path temporary;

    Path directory;

    @BeforeEach
    void chooseADirectory() {
        directory = temporary.resolve("data");
    }

    @Test
    void losesNoAcknowledgedWriteWhenTheJvmAloneIsKilled() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var writer = WriterProcess.start(directory);
            writer.awaitWrites(100);
            writer.killJvm();
            assertThat(writer.postmaster().isAlive()).isTrue();
            acknowledged.addAll(writer.acknowledged());
        }

        assertThat(entries()).containsAll(acknowledged);
    }

    @Test
    void losesNoAcknowledgedWriteWhenEverythingIsKilled() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var writer = WriterProcess.start(directory);
            writer.awaitWrites(100);
            writer.killEverything();
            acknowledged.addAll(writer.acknowledged());
        }

        assertThat(entries()).containsAll(acknowledged);
    }

    @Test
    void losesNoAcknowledgedWriteWhenOnlyItsMainProcessesAreKilled() throws Exception {
        var writer = WriterProcess.start(directory);
        writer.awaitWrites(100);
        writer.postmaster().destroyForcibly();
        writer.killJvm();

        assertThat(entries()).containsAll(writer.acknowledged());
    }

    @Test
    void beginsAnewWhenTheFirstStartWasKilledHalfway() throws Exception {
        var writer = WriterProcess.start(directory);
        await().until(() -> Files.exists(directory.resolve("postgres.unfinished/data")));
        writer.killJvm();

        assertThat(start()).satisfies(EmbeddedPostgres::close);
        assertThat(directory.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void unpacksAnewWhenTheUnpackingWasInterrupted() throws Exception {
        var unpacked = Binaries.unpackedIn(temporary).directory();
        var halfway = unpacked.resolveSibling(unpacked.getFileName() + ".unfinished");
        Files.move(unpacked, halfway);
        Files.writeString(halfway.resolve("bin/postgres"), "half a program");

        assertThat(Binaries.unpackedIn(temporary).directory().resolve("bin/postgres"))
                .isExecutable();
        assertThat(halfway).doesNotExist();
    }

    @Test
    void ignoresAPidThatBelongsToAnotherProgramByNow() throws Exception {
        start().close();
        var ours = ProcessHandle.current();
        Files.writeString(directory.resolve("postgres/data/postmaster.pid"), ours.pid() + "\n");

        try (var postgres = start()) {
            assertThat(Sql.value(postgres, "select 'ready'")).isEqualTo("ready");
        }
    }

    @Test
    void sparesThePostgresOfAnotherDirectoryThatGotThePid() throws Exception {
        start().close();
        try (var other = start(temporary.resolve("other"))) {
            var pid = Files.readString(temporary.resolve("other/postgres/data/postmaster.pid"));
            Files.writeString(directory.resolve("postgres/data/postmaster.pid"), pid);

            start().close();

            assertThat(Sql.value(other, "select 'unharmed'")).isEqualTo("unharmed");
        }
    }

    private List<String> entries() throws Exception {
        try (var postgres = start()) {
            return Sql.column(postgres, "select id from entry");
        }
    }

    private EmbeddedPostgres start() {
        return start(directory);
    }

    private static EmbeddedPostgres start(Path directory) {
        return EmbeddedPostgres.start(directory, TestDatabases.binaries(), Durability.DURABLE);
    }
}
