package io.patchbay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTests {

    private static final CompanyId COMPANY = CompanyId.next();
    private static final AccessId ACCESS = AccessId.next();

    @Test
    void addsUpHoursAndLeavesThoseWithoutAUseInTheirPlaces() {
        var now = Instant.parse("2026-11-22T14:20:00Z");

        var usage = Usage.of(
                List.of(
                        hour("2026-11-22T12:00:00Z", new Calls(3, 1, 0, 0), 100, 200),
                        hour("2026-11-22T14:00:00Z", new Calls(2, 0, 1, 1), 300, 400)),
                now,
                3);

        assertThat(usage.whole().calls()).isEqualTo(new Calls(5, 1, 1, 1));
        assertThat(usage.whole().calls().errors()).isEqualTo(3);
        assertThat(usage.whole().from()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(usage.whole().to()).isEqualTo(now);
        assertThat(usage.whole().p50()).isBetween(Duration.ofMillis(198), Duration.ofMillis(202));
        assertThat(usage.whole().p99()).isBetween(Duration.ofMillis(396), Duration.ofMillis(404));
        assertThat(usage.hours()).extracting(it -> it.calls().all()).containsExactly(3L, 0L, 2L);
        assertThat(usage.hours().get(1).p50()).isNull();
        assertThat(usage.hours().getLast().to()).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({
        // The night in which an hour is missing, the one in which an hour comes twice, and zones that differ by less.
        "Europe/Berlin, 2026-03-29T10:30:00Z",
        "Europe/Berlin, 2026-10-25T10:30:00Z",
        "Australia/Lord_Howe, 2026-10-04T00:15:00Z",
        "Asia/Kathmandu, 2026-11-22T10:30:00Z"
    })
    void aDayIsTwentyFourHoursWhateverClocksArePutTo(ZoneId zone, Instant now) {
        var hours = Usage.of(List.of(), now, Usage.DAY).hours();

        assertThat(hours).hasSize(24);
        assertThat(hours.getFirst().from().plus(Duration.ofHours(23)))
                .isEqualTo(hours.getLast().from());
        assertThat(hours).extracting(it -> it.from().atZone(zone)).doesNotHaveDuplicates();
        assertThat(Duration.between(hours.getFirst().from(), now))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        for (var index = 1; index < hours.size(); index++) {
            assertThat(hours.get(index).from()).isEqualTo(hours.get(index - 1).to());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T14:00:00Z", "2026-11-22T14:59:59.999999Z"})
    void theHourThatHasJustBegunIsTheLastOne(Instant now) {
        var usage = Usage.of(List.of(hour("2026-11-22T14:00:00Z", new Calls(1, 0, 0, 0), 5)), now, Usage.DAY);

        assertThat(usage.hours().getLast().calls().all()).isOne();
    }

    private static UsageHour hour(String hour, Calls calls, int... millis) {
        var durations = new Durations();
        for (var one : millis) {
            durations.add(Duration.ofMillis(one));
        }
        return new UsageHour(COMPANY, ACCESS, Instant.parse(hour), calls, durations);
    }
}
