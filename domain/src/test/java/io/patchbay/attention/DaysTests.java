package io.patchbay.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");

    // Berlin's clocks go forward on 2027-03-28 at 02:00, a day of 23 hours, and back on 2027-10-31 at 03:00, one of 25.
    @ParameterizedTest
    @CsvSource({
        "2027-03-27T23:30:00+01:00, 2027-03-28T00:15:00+01:00, 1",
        "2027-03-28T00:15:00+01:00, 2027-03-28T23:45:00+02:00, 0",
        "2027-03-27T12:00:00+01:00, 2027-03-29T11:00:00+02:00, 2",
        "2027-10-31T00:15:00+02:00, 2027-10-31T23:45:00+01:00, 0",
        "2027-10-31T02:30:00+02:00, 2027-10-31T02:30:00+01:00, 0",
        "2027-10-30T23:59:00+02:00, 2027-11-01T00:00:00+01:00, 2",
        "2027-11-01T00:00:00+01:00, 2027-10-31T23:59:00+01:00, -1"
    })
    void areCountedByTheCalendarHoweverLongTheyAre(String now, String moment, long days) {
        assertThat(Days.until(instant(moment), instant(now), BERLIN)).isEqualTo(days);
    }

    @Test
    void endAtMidnightOverAGapAndAnOverlap() {
        assertThat(Days.endOf(1, instant("2027-03-27T12:00:00+01:00"), BERLIN))
                .isEqualTo(instant("2027-03-29T00:00:00+02:00"));
        assertThat(Days.endOf(1, instant("2027-10-30T12:00:00+02:00"), BERLIN))
                .isEqualTo(instant("2027-11-01T00:00:00+01:00"));
    }

    @Test
    void endWhereTheNextBeginsAlsoWhereThatHasNoMidnight() {
        // Clocks in Cairo go forward from 00:00 to 01:00 on 2027-04-30, so the day begins at 01:00.
        assertThat(Days.endOf(0, instant("2027-04-29T12:00:00+02:00"), CAIRO))
                .isEqualTo(instant("2027-04-30T01:00:00+03:00"));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
