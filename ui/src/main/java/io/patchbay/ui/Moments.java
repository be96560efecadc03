package io.patchbay.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How pages write moments: in the reader's language, as is usual in their region, and in the zone of their browser. */
public final class Moments {

    // Of this name, because the offset of none is written as a bare Z.
    private static final ZoneId UTC = ZoneId.of("UTC");

    private Moments() {}

    /** Day and time, with the zone beside it. */
    public static String written(Instant moment, Locale locale) {
        var here = moment.atZone(zone());
        var date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(here);
        return date + ' ' + zone(here, locale);
    }

    /** The time alone, with the zone beside it, because in one night of the year an hour comes twice. */
    public static String time(Instant moment, ZoneId zone, Locale locale) {
        var there = moment.atZone(zone);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(there);
        return time + ' ' + zone(there, locale);
    }

    /** The day alone. */
    public static String day(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(moment.atZone(zone()));
    }

    private static String zone(ZonedDateTime moment, Locale locale) {
        return DateTimeFormatter.ofPattern("zzz", locale).format(moment);
    }

    /** The reader's zone, UTC where their browser does not tell. */
    public static ZoneId zone() {
        try {
            var name = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
            return name == null || name.isBlank() ? UTC : ZoneId.of(name);
        } catch (DateTimeException unknownToUs) {
            return UTC;
        }
    }
}
