package io.patchbay.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read at a form, whether they fill it in on a page or through the API. */
public sealed interface Text {

    /** The words in the reader's language; in English where there are none. */
    String in(Locale locale);

    /** A sentence of Patchbay's own; arguments may be texts themselves. */
    static Text of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words that somebody else chose, the same in every language. */
    static Text literally(String words) {
        return new Literal(words);
    }

    /**
     * A sentence that stands in {@code forms.properties}.
     *
     * @param key the sentence's key
     * @param arguments what its placeholders stand for
     */
    record Phrase(String key, List<Object> arguments) implements Text {

        public Phrase {
            arguments = List.copyOf(arguments);
        }

        // Without this the machine's own language would stand in for a missing one, and the API speaks English.
        private static final ResourceBundle.Control ENGLISH_LAST =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

        @Override
        public String in(Locale locale) {
            var sentence = ResourceBundle.getBundle("io.patchbay.shared.forms", locale, ENGLISH_LAST)
                    .getString(key);
            var words = arguments.stream()
                    .map(it -> it instanceof Text text ? text.in(locale) : it)
                    .toArray();
            return new MessageFormat(sentence, locale).format(words);
        }
    }

    /** Words as they are. */
    record Literal(String words) implements Text {

        @Override
        public String in(Locale locale) {
            return words;
        }
    }
}
