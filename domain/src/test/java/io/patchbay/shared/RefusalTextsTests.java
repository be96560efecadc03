package io.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalTextsTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void everySentenceStandsInBothLanguagesWithTheSamePlaceholders() {
        var english = bundle(Locale.ENGLISH);
        var german = bundle(Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(placeholders(german.getString(key))).as(key).isEqualTo(placeholders(english.getString(key)));
        }
    }

    @Test
    void speaksTheReadersLanguageAndEnglishToAllOthers() {
        var refusal = InvalidInput.of(RefusalCode.INVALID_NAME, "name", "name.too-long", 80);

        assertThat(refusal.message(Locale.GERMANY)).isEqualTo("Verwenden Sie höchstens 80 Zeichen");
        assertThat(refusal.message(Locale.JAPAN)).isEqualTo("Use at most 80 characters");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.patchbay.shared.refusals",
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
