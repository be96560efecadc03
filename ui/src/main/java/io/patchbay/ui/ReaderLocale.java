package io.patchbay.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which language pages speak to a reader, and after which region's habits they write dates and numbers. */
final class ReaderLocale {

    private ReaderLocale() {}

    /**
     * The language is the first that is both wanted and provided. The region is the one that the reader's browser names with
     * that language, or else the first that it names at all: who reads English in Vienna writes no date as in New York.
     *
     * @param provided the languages there are texts in; the first one is for all who read none of them
     * @param chosen the language that the reader has chosen on a page
     * @param browser what the reader's browser asks for, the best first
     */
    static Locale of(List<Locale> provided, Optional<Locale> chosen, List<Locale> browser) {
        var language = Stream.concat(chosen.stream(), browser.stream())
                .flatMap(wanted -> provided.stream().filter(it -> sameLanguage(it, wanted)))
                .findFirst()
                .orElse(provided.getFirst());
        return Stream.concat(browser.stream().filter(it -> sameLanguage(it, language)), browser.stream())
                .map(Locale::getCountry)
                .filter(region -> !region.isEmpty())
                .findFirst()
                .map(region -> Locale.of(language.getLanguage(), region))
                .orElse(language);
    }

    private static boolean sameLanguage(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }
}
