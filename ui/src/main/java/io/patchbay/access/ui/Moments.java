package io.patchbay.access.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How pages write moments: in the reader's language and in the zone of their browser, which stands beside it. */
public final class Moments {

    private Moments() {}

    public static String written(Instant moment, Locale locale) {
        var here = moment.atZone(zone());
        var date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(here);
        return date + ' ' + DateTimeFormatter.ofPattern("zzz", locale).format(here);
    }

    private static ZoneId zone() {
        try {
            var name = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknownToUs) {
            return ZoneOffset.UTC;
        }
    }
}
