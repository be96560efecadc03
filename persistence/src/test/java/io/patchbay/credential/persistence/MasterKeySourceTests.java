package io.patchbay.credential.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeySourceTests {

    private static final Optional<String> UNSET = Optional.empty();

    @TempDir
    private Path directory;

    private final MasterKey key = MasterKey.random();

    @Test
    void prefersTheKeyItself() throws Exception {
        var source = MasterKeySource.of(text(key), Optional.of(file(MasterKey.random())), directory, false);

        assertThat(source.masterKey(UNSET).id()).isEqualTo(key.id());
    }

    @Test
    void readsTheFileNext() throws Exception {
        var source = MasterKeySource.of(Optional.of(" "), Optional.of(file(key)), directory, true);

        assertThat(source.masterKey(UNSET).id()).isEqualTo(key.id());
    }

    @Test
    void makesOneBesideTheEmbeddedDatabaseForItsOwnerOnly() throws Exception {
        var data = directory.resolve("data");
        var source = MasterKeySource.of(UNSET, UNSET, data, false);

        var made = source.masterKey(UNSET);

        assertThat(source.masterKey(Optional.of(made.id())).id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void makesNoneForAnExternalDatabase() {
        var source = MasterKeySource.of(UNSET, UNSET, directory, true);

        assertThatThrownBy(() -> source.masterKey(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll("PATCHBAY_MASTER_KEY", "PATCHBAY_MASTER_KEY_FILE");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesNoneInPlaceOfALostOne() {
        var source = MasterKeySource.of(UNSET, UNSET, directory, false);

        assertThatThrownBy(() -> source.masterKey(Optional.of("0badcafe")))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll("0badcafe", "master.key");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhichFileIsMissing() {
        var source = MasterKeySource.of(UNSET, Optional.of("/nowhere/the.key"), directory, true);

        assertThatThrownBy(() -> source.masterKey(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("/nowhere/the.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ=", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlq"})
    void refusesAMalformedKeyWithoutRepeatingIt(String malformed) {
        var source = MasterKeySource.of(Optional.of(malformed), UNSET, directory, false);

        assertThatThrownBy(() -> source.masterKey(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("PATCHBAY_MASTER_KEY")
                .hasMessageNotContaining(malformed)
                .hasNoCause();
    }

    @Test
    void printsNoKey() {
        var source = MasterKeySource.of(text(key), UNSET, directory, false);

        assertThat(source + " " + key).doesNotContain(key.base64().reveal());
    }

    private String file(MasterKey content) throws Exception {
        return Files.writeString(
                        directory.resolve("given.key"), content.base64().reveal() + "\n")
                .toString();
    }

    private static Optional<String> text(MasterKey key) {
        return Optional.of(key.base64().reveal());
    }
}
