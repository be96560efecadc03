package io.patchbay.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSizeTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ''                                     | 0
            ', , '                                 | 0
            '# nothing'                            | 0
            { a }                                  | 3
            {a,b}                                  | 4
            { a(b: -1.5e+3) }                      | 10
            { ...a ...on B { c } }                 | 10
            query($a: [Int!]! = 3 @b) { a(b: $a) } | 24
            { a(b: "{ [ ( \\" # , c") }            | 8
            { a(b: \"""x " y \\\""" z\""") }          | 8
            { a(b: "") c(d: \"""\""") }              | 14
            { a } # } } }                          | 3
            "open                                  | 1
            \"""open                                | 1
            \\                                     | 1
            "open\\                                | 1
            { ä }                                  | 3
            """)
    void countsWordsAndSigns(String document, long tokens) {
        assertThat(TextSize.of(document).tokens()).isEqualTo(tokens);
    }

    @Test
    void endsWhereALineEnds() {
        assertThat(TextSize.of("{ a # b\n c # d\r e }").tokens()).isEqualTo(5);
        assertThat(TextSize.of("\"open\n{ a }").tokens()).isEqualTo(4);
        assertThat(TextSize.of("\"\"\"open\n{ a }\"\"\" a").tokens()).isEqualTo(2);
    }

    @Test
    void countsWhatIsLongAsSeveral() {
        assertThat(TextSize.of("x".repeat(30)).tokens()).isEqualTo(1);
        assertThat(TextSize.of("x".repeat(31)).tokens()).isEqualTo(2);
        assertThat(TextSize.of("\"" + "x".repeat(300) + "\"").tokens()).isEqualTo(11);
        assertThat(TextSize.of("a" + " ".repeat(29) + "b").tokens()).isEqualTo(2);
        assertThat(TextSize.of("a" + " ".repeat(300) + "b").tokens()).isEqualTo(12);
        assertThat(TextSize.of("a #" + " ".repeat(300)).tokens()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a                       | 0
            { a { b } c { d } }     | 2
            { a(b: [{c: [1]}]) }    | 5
            }}}{                    | 0
            { a(b: "{{{{") } # {{{{ | 2
            """)
    void measuresHowDeepBracketsNest(String document, int nesting) {
        assertThat(TextSize.of(document).nesting()).isEqualTo(nesting);
    }

    /** Whatever it is, reading it ends. */
    @ParameterizedTest
    @ValueSource(strings = {"\0", "\"\\", "\"\"\"\\\"\"", "...", "..", "#", "\uD83D", "-", "1.", "\uFEFF"})
    void readsAnything(String document) {
        assertThat(TextSize.of(document).nesting()).isZero();
    }
}
