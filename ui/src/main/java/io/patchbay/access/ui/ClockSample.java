package io.patchbay.access.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** What a time zone and a date format mean: one moment both ways, and the next change of the zone's clocks. */
final class ClockSample extends Div {

    private static final long serialVersionUID = 1;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    ClockSample() {
        addClassNames("pb-note", "pb-sample");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(Instant now, TimeZone zone, DateFormat format) {
        removeAll();
        var moment = now.truncatedTo(ChronoUnit.SECONDS);
        var list = new DescriptionList();
        list.add(new DescriptionList.Term(getTranslation("access.sample.written")));
        list.add(new DescriptionList.Description(format.write(moment, zone.id())));
        list.add(new DescriptionList.Term(getTranslation("access.sample.utc")));
        list.add(new DescriptionList.Description(moment.toString()));
        add(
                list,
                new Paragraph(zone.nextChange(now)
                        .map(change -> sentence(zone, change))
                        .orElseGet(() -> getTranslation("access.sample.no-change", zone))));
    }

    private String sentence(TimeZone zone, TimeZone.Change change) {
        var after = LocalDateTime.ofInstant(change.at(), zone.id());
        var before = after.minus(change.by());
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(getLocale())
                .format(before);
        return change.isGap()
                ? getTranslation("access.sample.gap", day, TIME.format(before), TIME.format(after), amount(change))
                : getTranslation("access.sample.overlap", day, TIME.format(after), TIME.format(before), amount(change));
    }

    private String amount(TimeZone.Change change) {
        return getTranslation("access.sample.minutes", change.by().abs().toMinutes());
    }
}
