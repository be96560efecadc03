package io.patchbay.ui;

import com.vaadin.flow.component.html.Div;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Text that was written in CommonMark, such as a system's prerequisites. Whatever is not plainly harmless is left out. */
public final class MarkdownText extends Div {

    private static final long serialVersionUID = 1;

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final Safelist HARMLESS = Safelist.basic()
            .addTags("h3", "h4", "h5", "h6")
            .addEnforcedAttribute("a", "target", "_blank")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer");

    public MarkdownText(String commonMark) {
        addClassName("pb-prose");
        getElement().setProperty("innerHTML", html(commonMark));
    }

    static String html(String commonMark) {
        return Jsoup.clean(RENDERER.render(PARSER.parse(commonMark)), HARMLESS);
    }
}
