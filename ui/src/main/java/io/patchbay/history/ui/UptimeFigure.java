package io.patchbay.history.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.patchbay.history.Uptime;
import io.patchbay.history.UptimePicture;
import io.patchbay.history.UptimeSpan;
import io.patchbay.ui.Moments;
import java.util.Locale;

/** The uptime of one span: the share as a number, a row of bars, and what there is to say about it. */
final class UptimeFigure extends Composite<Div> {

    private final UptimeSpan span;
    private final UptimeWords words;

    UptimeFigure(UptimePicture picture) {
        this.span = picture.span();
        this.words = new UptimeWords(this::getTranslation, getLocale());
        var share = new Span(words.share(picture.whole()));
        share.addClassName("pb-uptime-share");
        var head = new Div(new H3(getTranslation("history.span." + span)), share);
        head.addClassName("pb-uptime-head");
        var bars = new Div();
        bars.addClassName("pb-uptime-bars");
        bars.getElement().setAttribute("role", "img");
        bars.getElement().setAttribute("aria-label", sentence(picture.whole()));
        bars.getElement()
                .setProperty("innerHTML", UptimeDrawing.of("pb-hatch-" + span, picture.bars(), this::barTitle));
        var note = new Paragraph(capitalized(words.note(picture.whole(), whenOfOutage(picture.whole()))));
        note.addClassName("pb-quiet");
        getContent().addClassName("pb-uptime");
        getContent().add(head, bars, note);
    }

    private String sentence(Uptime uptime) {
        return words.sentence(uptime, getTranslation("history.span.in-sentence." + span), whenOfOutage(uptime));
    }

    /** On which day; within the last 24 hours also at which time. */
    private String whenOfOutage(Uptime uptime) {
        var longest = uptime.longest();
        if (longest == null) {
            return "";
        }
        return span == UptimeSpan.DAY
                ? Moments.written(longest.from(), getLocale())
                : Moments.day(longest.from(), getLocale());
    }

    private String barTitle(Uptime bar) {
        var from = span == UptimeSpan.MONTH
                ? Moments.day(bar.from(), getLocale())
                : Moments.written(bar.from(), getLocale());
        return words.bar(bar, from);
    }

    private static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
