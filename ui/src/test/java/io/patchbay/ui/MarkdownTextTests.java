package io.patchbay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTests {

    @Test
    void rendersCommonMark() {
        assertThat(MarkdownText.html("1. Open **Settings**")).contains("<ol>").contains("<strong>Settings</strong>");
    }

    @Test
    void opensLinksElsewhereAndTellsNothing() {
        assertThat(MarkdownText.html("[page](https://corner.example/docs)"))
                .contains("href=\"https://corner.example/docs\"")
                .contains("target=\"_blank\"")
                .contains("rel=\"noopener noreferrer\"");
    }

    @Test
    void leavesOutWhatCouldDoHarm() {
        var html = MarkdownText.html(
                "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![i](https://a.example/i)");

        assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("href=\"javascript");
    }
}
