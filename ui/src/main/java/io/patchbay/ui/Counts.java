package io.patchbay.ui;

import io.patchbay.shared.Count;
import java.text.NumberFormat;
import java.util.Locale;

/** How pages write how many there are. */
public final class Counts {

    private Counts() {}

    /** The number in the reader's language, with a plus where there are more. */
    public static String written(Count count, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(count.value()) + (count.exact() ? "" : "+");
    }
}
