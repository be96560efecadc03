package io.patchbay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.SystemCategory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTests {

    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Path SOURCES = Path.of("src/main/java");

    // Every literal that looks like a key, wherever it stands; one that ends with a dot is put together at run time.
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][A-Za-z0-9_-]+)+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (var feature : features()) {
            assertThat(keys(feature + "_de.properties")).as(feature).isEqualTo(keys(feature + ".properties"));
        }
    }

    @Test
    void everyKeyStandsInTheFileOfItsFirstSegment() throws IOException {
        for (var feature : features()) {
            assertThat(keys(feature + ".properties")).as(feature).allMatch(key -> key.startsWith(feature + "."));
        }
    }

    @Test
    void everyKeyThatThePagesUseExists() throws IOException {
        var known = known();
        var features = features();
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            KEY.matcher(Files.readString(source))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> features.contains(key.substring(0, key.indexOf('.') < 0 ? 0 : key.indexOf('.'))))
                    .filter(key -> !known.contains(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFixedWordHasALabel() throws IOException {
        var words = Map.of(
                "category", SystemCategory.values(),
                "authentication", AuthenticationType.values(),
                "status", AccessStatus.values());
        var known = known();
        words.forEach((kind, values) -> assertThat(
                        Stream.of(values).map(value -> "access." + kind + "." + value.name()))
                .allMatch(known::contains));
    }

    @Test
    void everySentenceIsAPatternThatTakesItsArguments() throws IOException {
        for (var feature : features()) {
            for (var language : List.of("", "_de")) {
                var texts = load(feature + language + ".properties");
                for (var key : texts.stringPropertyNames()) {
                    assertThat(new MessageFormat(texts.getProperty(key), Locale.ENGLISH)
                                    .format(new Object[] {1, 2, 3, 4}))
                            .as(key)
                            .doesNotContain("{");
                }
            }
        }
    }

    @Test
    void givesTheSentenceInTheReadersLanguage() {
        var translations = new Translations();

        assertThat(translations.getTranslation("common.cancel", Locale.GERMANY)).isEqualTo("Abbrechen");
        assertThat(translations.getTranslation("common.cancel", Locale.FRENCH)).isEqualTo("Cancel");
        assertThat(translations.getTranslation("no.such-key", Locale.ENGLISH)).isEqualTo("!no.such-key");
    }

    private static Set<String> known() throws IOException {
        var known = new TreeSet<String>();
        for (var feature : features()) {
            known.addAll(keys(feature + ".properties"));
        }
        return known;
    }

    private static Set<String> features() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(String file) throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
