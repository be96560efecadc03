package io.patchbay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderLocaleTests {

    @Test
    void keepsTheRegionOfWhoReadsEnglish() {
        assertThat(locale(null, "en-GB", "en")).isEqualTo(Locale.UK);
        assertThat(locale(null, "en-AU")).hasToString("en_AU");
        assertThat(locale(null, "en-US", "en")).isEqualTo(Locale.US);
        assertThat(locale(null, "en")).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void keepsTheRegionOfWhoReadsGerman() {
        assertThat(locale(null, "de-AT", "en-US")).hasToString("de_AT");
        assertThat(locale(null, "de", "en-US")).hasToString("de_US");
    }

    @Test
    void aChosenLanguageGoesFirstAndItsOwnRegionToo() {
        assertThat(locale("en", "de-DE", "de", "en-GB")).isEqualTo(Locale.UK);
        assertThat(locale("en", "de-DE", "de")).hasToString("en_DE");
        assertThat(locale("de", "en-GB")).hasToString("de_GB");
    }

    @Test
    void whoReadsNeitherIsToldInEnglishWithDatesOfHome() {
        assertThat(locale(null, "fr-FR", "fr")).hasToString("en_FR");
        assertThat(locale(null)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void datesFollow() {
        assertThat(day(locale(null, "en-GB"))).isEqualTo("22 Nov 2026");
        assertThat(day(locale(null, "en-US"))).isEqualTo("Nov 22, 2026");
        assertThat(day(locale("en", "de-DE"))).isEqualTo("22 Nov 2026");
    }

    private static String day(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(LocalDate.of(2026, 11, 22));
    }

    private static Locale locale(@Nullable String chosen, String... browser) {
        return ReaderLocale.of(
                new Translations().getProvidedLocales(),
                Optional.ofNullable(chosen).map(Locale::forLanguageTag),
                Stream.of(browser).map(Locale::forLanguageTag).toList());
    }
}
