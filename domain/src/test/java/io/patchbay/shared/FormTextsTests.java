package io.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormTextsTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void everyTextStandsInBothLanguagesWithTheSamePlaceholders() {
        var english = bundle(Locale.ENGLISH);
        var german = bundle(Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(placeholders(german.getString(key))).as(key).isEqualTo(placeholders(english.getString(key)));
        }
    }

    @Test
    void speaksTheReadersLanguageAndEnglishToAllOthers() {
        var text = Text.of("rate-limit.usual", "Shop", 2, Text.of("unit.SECOND"));

        assertThat(text.in(Locale.GERMANY)).startsWith("Shop nimmt 2 je Sekunde.");
        assertThat(text.in(Locale.JAPAN)).startsWith("Shop takes 2 per second.");
    }

    @Test
    void leavesTheWordsOfOthersAsTheyAre() {
        assertThat(Text.literally("It's {0}").in(Locale.GERMANY)).isEqualTo("It's {0}");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.patchbay.shared.forms",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .sorted()
                .distinct()
                .toList();
    }
}
