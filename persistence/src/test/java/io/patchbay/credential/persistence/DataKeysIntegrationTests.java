package io.patchbay.credential.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.credential.UnreadableSecret;
import io.patchbay.persistence.TestTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DataKeysIntegrationTests {

    private final JdbcClient jdbc = new TestTables().jdbc();
    private final MasterKey masterKey = MasterKey.random();

    @Test
    void areMadeOnceAndOpenedAgain() {
        var first = DataKeys.open(jdbc, given(masterKey)).primary();

        assertThat(DataKeys.open(jdbc, given(masterKey)).primary().id()).isEqualTo(first.id());
    }

    @Test
    void areTheSameForNodesThatStartAtOnce() throws Exception {
        Callable<UUID> start =
                () -> DataKeys.open(jdbc, given(masterKey)).primary().id();

        try (var nodes = Executors.newFixedThreadPool(6)) {
            var primaries =
                    nodes.invokeAll(IntStream.range(0, 6).mapToObj(it -> start).toList());
            assertThat(primaries.stream().map(it -> it.resultNow()).distinct()).hasSize(1);
        }
    }

    @Test
    void nameTheMasterKeyThatTheyNeed() {
        DataKeys.open(jdbc, given(masterKey));
        var other = MasterKey.random();

        assertThatThrownBy(() -> DataKeys.open(jdbc, given(other)))
                .isInstanceOf(WrongMasterKey.class)
                .hasMessageContainingAll(masterKey.id(), other.id())
                .hasMessageNotContaining(other.base64().reveal());
    }

    @Test
    void areNotOpenedByANewKeyWhereTheFileWasLost(@TempDir Path directory) throws Exception {
        var source = MasterKeySource.of(unset -> null, directory, false);
        DataKeys.open(jdbc, source);
        var file = directory.resolve("master.key");
        var lost = source.keys(Optional.empty()).current();
        Files.delete(file);

        assertThatThrownBy(() -> DataKeys.open(jdbc, source))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll(lost.id(), file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void areFoundWhereAnotherNodeAddedOne() {
        var keys = DataKeys.open(jdbc, given(masterKey));
        var added = DataKeyRow.random(masterKey);
        jdbc.sql("update data_key set is_primary = false").update();
        added.insert(jdbc, "");

        assertThat(keys.aead(added.id())).isNotNull();
    }

    @Test
    void areBoundToTheirId() {
        DataKeys.open(jdbc, given(masterKey));
        jdbc.sql("update data_key set id = ?").param(UUID.randomUUID()).update();

        assertThatThrownBy(() -> DataKeys.open(jdbc, given(masterKey)))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessageContaining("altered");
    }

    private static MasterKeySource given(MasterKey key) {
        return Keys.given(key);
    }
}
