package io.patchbay.access;

import static io.patchbay.shared.Refused.onlyRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneTests {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kolkata"})
    void takesRegionsAndUtc(String name) {
        assertThat(TimeZone.parse(name, "timeZone")).isEqualTo(Outcome.done(new TimeZone(ZoneId.of(name))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Mars/Olympus", "+02:00", "GMT+2", "EST", "Etc/GMT+2", "europe/berlin", "Z", "SystemV/EST5"})
    void refusesOffsetsAbbreviationsAndTheUnknown(String name) {
        assertThat(onlyRefusal(TimeZone.parse(name, "timeZone")).code()).isEqualTo(RefusalCode.INVALID_TIME_ZONE);
    }

    @Test
    void knowsTheNextGapAndTheNextOverlap() {
        var berlin = new TimeZone(ZoneId.of("Europe/Berlin"));

        var spring = berlin.nextChange(Instant.parse("2026-11-22T12:00:00Z")).orElseThrow();
        var autumn = berlin.nextChange(spring.at()).orElseThrow();

        assertThat(spring).isEqualTo(new TimeZone.Change(Instant.parse("2027-03-28T01:00:00Z"), Duration.ofHours(1)));
        assertThat(spring.isGap()).isTrue();
        assertThat(autumn).isEqualTo(new TimeZone.Change(Instant.parse("2027-10-31T01:00:00Z"), Duration.ofHours(-1)));
        assertThat(autumn.isGap()).isFalse();
    }

    @Test
    void knowsThatSomeZonesNeverChange() {
        assertThat(TimeZone.UTC.nextChange(Instant.parse("2026-11-22T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void listsUtcFirstAndNoOffsets() {
        assertThat(TimeZone.all())
                .startsWith(TimeZone.UTC)
                .extracting(TimeZone::toString)
                .doesNotContain("Etc/GMT+2");
    }
}
