package io.patchbay.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.Facts;
import io.patchbay.ui.Moments;
import io.patchbay.usage.Calls;
import io.patchbay.usage.Usage;
import io.patchbay.usage.UsageReading;
import org.jspecify.annotations.Nullable;

/** How a connector or an instance was used in the last 24 hours: in figures, and hour by hour in a picture and in words. */
public final class UsagePanel extends Composite<Section> {

    private final SystemAccess access;
    private final UsageReading reading;
    private final Div content = new Div();
    private final UsageWords words = new UsageWords(this::getTranslation, getLocale(), Moments.zone());
    private @Nullable Calls shown;

    UsagePanel(SystemAccess access, UsageReading reading) {
        this.access = access;
        this.reading = reading;
        content.addClassName("pb-usage");
        getContent().addClassName("pb-panel");
        getContent().add(new H2(getTranslation("usage.title")), content);
        showAgain(access);
    }

    /** Shows what has been counted by now. */
    public void showAgain(SystemAccess now) {
        var usage = reading.lastDay(access.companyId(), access.id());
        var calls = usage.whole().calls();
        if (!calls.equals(shown)) {
            shown = calls;
            content.removeAll();
            if (calls.all() == 0) {
                content.add(new Paragraph(getTranslation("usage.none")));
            } else {
                content.add(figures(usage.whole()), picture(usage));
            }
        }
    }

    private Facts figures(Usage.Span day) {
        var facts = new Facts()
                .with(getTranslation("usage.calls"), words.number(day.calls().all()))
                .with(getTranslation("usage.errors"), words.errors(day.calls()).toArray(String[]::new));
        if (day.p50() != null && day.p99() != null) {
            facts.with(
                    getTranslation("usage.answered"),
                    getTranslation("usage.p50", words.duration(day.p50())),
                    getTranslation("usage.p99", words.duration(day.p99())));
        }
        return facts;
    }

    private Component picture(Usage usage) {
        var bars = new Div();
        bars.addClassName("pb-usage-bars");
        bars.getElement().setAttribute("role", "img");
        bars.getElement().setAttribute("aria-label", words.byHour(usage));
        bars.getElement().setProperty("innerHTML", UsageDrawing.of(usage.hours(), words::hour));
        var scale = new Div(
                new Span(words.moment(usage.whole().from())),
                new Span(words.moment(usage.whole().to())));
        scale.addClassNames("pb-usage-scale", "pb-quiet");
        scale.getElement().setAttribute("aria-hidden", "true");
        return new Div(bars, scale);
    }
}
