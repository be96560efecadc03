package io.patchbay.access;

import static io.patchbay.shared.Refused.onlyRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.shared.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO_8601",
                "UNIX_SECONDS",
                "UNIX_MILLISECONDS",
                "yyyy-MM-dd",
                "dd/MM/yyyy HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ssXXX",
                "MM/dd/yyyy hh:mm:ss a",
                "d MMM uuuu",
                "yyyyMMddHHmmss"
            })
    void takesNamedFormatsAndPatternsThatCanBeReadBack(String format) {
        assertThat(DateFormat.parse(format, "dateFormat")).isEqualTo(Outcome.done(new DateFormat(format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM/dd", "hh:mm dd/MM/yyyy", "YYYY-MM-dd", "HH:mm", "yyyy-mm-dd", "EEEE"})
    void refusesPatternsThatLosePartOfTheDate(String pattern) {
        assertThat(onlyRefusal(DateFormat.parse(pattern, "dateFormat")).reason())
                .isEqualTo("date-format.loses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jj.mm", "yyyy-MM-dd'", "iso", "yyyy{MM}", "yyyy-MM-dd\n"})
    void refusesWhatIsNoPattern(String text) {
        assertThat(onlyRefusal(DateFormat.parse(text + "{", "dateFormat")).reason())
                .isEqualTo("date-format.pattern");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_8601, 2026-07-01T14:30:00+02:00",
        "UNIX_SECONDS, 1782909000",
        "UNIX_MILLISECONDS, 1782909000000",
        "dd/MM/yyyy HH:mm, 01/07/2026 14:30"
    })
    void writesAMomentAsTheSystemWould(String format, String written) {
        assertThat(new DateFormat(format).write(Instant.parse("2026-07-01T12:30:00Z"), BERLIN))
                .isEqualTo(written);
    }

    @Test
    void tellsTheTwoHoursOfAnOverlapApartOnlyWhereTheFormatHoldsTheOffset() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(DateFormat.ISO_8601.write(first, BERLIN)).isEqualTo("2026-10-25T02:30:00+02:00");
        assertThat(DateFormat.ISO_8601.write(second, BERLIN)).isEqualTo("2026-10-25T02:30:00+01:00");
    }

    @Test
    void refusesWhatTheJdkStumblesOver() {
        assertThat(onlyRefusal(DateFormat.parse("pppAAAAHeNN", "dateFormat")).reason())
                .isEqualTo("date-format.pattern");
    }
}
