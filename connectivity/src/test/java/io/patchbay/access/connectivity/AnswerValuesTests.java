package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.ForbiddenListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers come from strangers: what is read of them is a value, or nothing. */
@Timeout(20)
class AnswerValuesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": {\"b\": [1, \"two\"]}} | /a/b/1 | two",
                "{\"a\": true} | /a | true",
                "{\"a\": 150} | /a | 150",
                "{\"a/b\": \"slash\"} | /a~1b | slash",
                "<a><b>two</b></a> | /a/b | two",
                "<a xmlns='urn:x'><b>two</b></a> | //*[local-name()='b'] | two",
                "<a b='attribute'/> | /a/@b | attribute"
            })
    void isFound(String text, String pointer, String value) {
        assertThat(find(text, pointer)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": null} | /a",
                "{\"a\": {}} | /a",
                "{\"a\": \"\"} | /a",
                "{\"a\": 1} | /b",
                "{\"a\": 1} | no pointer",
                "{\"a\": | /a",
                "<a><b/></a> | /a/b",
                "<a> | /a",
                "<a>1</a> | ///a[",
                "<a>1</a> | document('file:///etc/passwd')",
                "'' | /a"
            })
    void isNotThere(String text, String pointer) {
        assertThat(find(text, pointer)).isEmpty();
    }

    @Test
    void noFileOfThisMachineIsReadForADocument(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret.txt"), "of this machine");

        assertThat(find("<!DOCTYPE a [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]><a>&e;</a>", "/a"))
                .isEmpty();
        assertThat(find(
                        "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include parse=\"text\" href=\""
                                + file.toUri() + "\"/></a>",
                        "/a"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:%d/a.dtd\"><a>1</a>",
                "<!DOCTYPE a PUBLIC \"-//X//X\" \"http://127.0.0.1:%d/a.dtd\"><a>1</a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"http://127.0.0.1:%d/\">]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY %% p SYSTEM \"http://127.0.0.1:%d/\"> %%p;]><a>1</a>",
                "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:%d/a.xsd\"/>",
                "<?xml-stylesheet href=\"http://127.0.0.1:%d/a.xsl\"?><a/>"
            })
    void nobodyIsAskedForADocument(String document) throws IOException {
        try (var forbidden = new ForbiddenListener()) {
            assertThat(find(document.formatted(forbidden.port()), "/a")).isEmpty();
            assertThat(forbidden.visits()).isZero();
        }
    }

    @Test
    void laughterIsNotMultiplied() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)));
        }

        assertThat(find(laughs + "]><a>&l29;</a>", "/a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void depthHasAnEnd(String opening) {
        assertThat(find(opening.repeat(400_000), "/a")).isEmpty();
    }

    @Test
    void depthOfElementsHasAnEnd() {
        assertThat(find("<a>".repeat(200_000), "/a")).isEmpty();
        assertThat(find("<a>".repeat(60_000) + "</a>".repeat(60_000), "//a[b]")).isEmpty();
    }

    @Test
    void numbersOfAnyLengthAreText() {
        assertThat(find("{\"a\": " + "9".repeat(900) + "}", "/a")).contains("9".repeat(900));
    }

    private static Optional<String> find(String text, String pointer) {
        return AnswerValues.find(
                new Answer(200, List.of(), text.getBytes(StandardCharsets.UTF_8), Duration.ZERO, false), pointer);
    }
}
