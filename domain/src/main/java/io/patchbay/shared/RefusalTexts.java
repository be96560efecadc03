package io.patchbay.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of all refusals, by language; English where a language has none. */
final class RefusalTexts {

    // Without this the machine's own language would stand in for a missing one, and the API's messages must be English.
    private static final ResourceBundle.Control ENGLISH_LAST =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    static String message(Refusal refusal, Locale locale) {
        var sentence = ResourceBundle.getBundle("io.patchbay.shared.refusals", locale, ENGLISH_LAST)
                .getString(refusal.reason());
        return new MessageFormat(sentence, locale).format(refusal.arguments().toArray());
    }
}
