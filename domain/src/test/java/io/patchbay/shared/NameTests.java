package io.patchbay.shared;

import static io.patchbay.shared.Refused.onlyRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTests {

    @Test
    void dropsWhiteSpaceAtTheEdges() {
        assertThat(Name.parse("  Shop \t", "name")).isEqualTo(Outcome.done(new Name("Shop")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u2003", "\u00a0", "\u2007 \u202f", "\u200b\u2060\ufeff"})
    void refusesNamesThatShowNothing(String blank) {
        var refusal = onlyRefusal(Name.parse(blank, "name"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_NAME);
        assertThat(refusal.field()).containsExactly("name");
        assertThat(refusal.message(Locale.ENGLISH)).isEqualTo("Enter a name of 1 to 80 characters");
    }

    @Test
    void takesEightyCharactersAndNoMore() {
        assertThat(Name.parse("x".repeat(80), "name")).isInstanceOf(Outcome.Done.class);
        assertThat(onlyRefusal(Name.parse("x".repeat(81), "name")).reason()).isEqualTo("name.too-long");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Name.parse("\uD83D\uDED2".repeat(80), "name")).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u2028b", "a\uD800b", "a\u007fb"})
    void refusesControlCharacters(String text) {
        assertThat(onlyRefusal(Name.parse(text, "name")).reason()).isEqualTo("name.control-characters");
    }
}
