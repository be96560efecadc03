package io.patchbay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Browsers pass over what they do not understand without a word. */
class StylesheetTests {

    private static final String SHEET = "/META-INF/resources/patchbay.css";

    @Test
    void whateverIsOpenedIsClosedBeforeTheNextChapter() throws IOException {
        var depth = 0;
        for (var line : withoutComments().lines().toList()) {
            depth += count(line, '{') - count(line, '}');
            assertThat(depth).as(line).isBetween(0, 2);
            if (line.startsWith(".")) {
                assertThat(depth).as("Not within a block: " + line).isLessThanOrEqualTo(1);
            }
        }
        assertThat(depth).isZero();
    }

    private static int count(String line, char brace) {
        return (int) line.chars().filter(it -> it == brace).count();
    }

    private static String withoutComments() throws IOException {
        try (var sheet = Objects.requireNonNull(StylesheetTests.class.getResourceAsStream(SHEET))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        }
    }
}
