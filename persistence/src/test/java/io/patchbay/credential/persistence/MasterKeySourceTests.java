package io.patchbay.credential.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeySourceTests {

    private static final String KEY = "PATCHBAY_MASTER_KEY";
    private static final String FILE = "PATCHBAY_MASTER_KEY_FILE";
    private static final Optional<String> UNSET = Optional.empty();

    @TempDir
    private Path directory;

    private final MasterKey key = MasterKey.random();

    @Test
    void prefersTheKeyItself() throws Exception {
        var source = given(Map.of(KEY, text(key), FILE, file(MasterKey.random())), directory, false);

        assertThat(source.keys(UNSET).current().id()).isEqualTo(key.id());
    }

    @Test
    void readsTheFileNext() throws Exception {
        var source = given(Map.of(KEY, " ", FILE, file(key)), directory, true);

        assertThat(source.keys(UNSET).current().id()).isEqualTo(key.id());
    }

    @Test
    void makesOneBesideTheEmbeddedDatabaseForItsOwnerOnly() throws Exception {
        var data = directory.resolve("data");
        var source = given(Map.of(), data, false);

        var made = source.keys(UNSET).current();

        assertThat(source.keys(Optional.of(made.id())).current().id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void makesNoneForAnExternalDatabase() {
        var source = given(Map.of(), directory, true);

        assertThatThrownBy(() -> source.keys(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll("PATCHBAY_MASTER_KEY", "PATCHBAY_MASTER_KEY_FILE");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesNoneInPlaceOfALostOne() {
        var source = given(Map.of(), directory, false);

        assertThatThrownBy(() -> source.keys(Optional.of("0badcafe")))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll("0badcafe", "master.key");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhichFileIsMissing() {
        var source = given(Map.of(FILE, "/nowhere/the.key"), directory, true);

        assertThatThrownBy(() -> source.keys(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("/nowhere/the.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ=", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlq"})
    void refusesAMalformedKeyWithoutRepeatingIt(String malformed) {
        var source = given(Map.of(KEY, malformed), directory, false);

        assertThatThrownBy(() -> source.keys(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("PATCHBAY_MASTER_KEY")
                .hasMessageNotContaining(malformed)
                .hasNoCause();
    }

    @Test
    void givesThePreviousKeyBesideTheCurrentOne() throws Exception {
        var previous = MasterKey.random();
        var settings = Map.of(KEY, text(key), "PATCHBAY_PREVIOUS_MASTER_KEY_FILE", file(previous));

        var keys = given(settings, directory, true).keys(UNSET);

        assertThat(keys.current().id()).isEqualTo(key.id());
        assertThat(keys.find(previous.id())).isPresent();
    }

    @Test
    void saysWhichKeyManagementServiceHasNoClient() {
        var source = given(Map.of("PATCHBAY_MASTER_KEY_URI", "aws-kms://arn:aws:kms:1"), directory, true);

        assertThatThrownBy(() -> source.keys(UNSET))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContainingAll("PATCHBAY_MASTER_KEY_URI", "aws-kms://arn:aws:kms:1");
    }

    @Test
    void printsNoKey() {
        var source = given(Map.of(KEY, text(key)), directory, false);

        assertThat(source + " " + key).doesNotContain(key.base64().reveal());
    }

    private String file(MasterKey content) throws Exception {
        return Files.writeString(
                        directory.resolve("given.key"), content.base64().reveal() + "\n")
                .toString();
    }

    private static MasterKeySource given(Map<String, String> settings, Path data, boolean externalDatabase) {
        return MasterKeySource.of(settings::get, data, externalDatabase);
    }

    private static String text(MasterKey key) {
        return key.base64().reveal();
    }
}
