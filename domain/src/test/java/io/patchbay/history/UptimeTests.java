package io.patchbay.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UptimeTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AccessId SHOP = AccessId.next();
    private static final Instant FROM = Instant.parse("2026-11-12T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-13T00:00:00Z");

    @Test
    void isTheOperationalShareOfTheKnownTime() {
        var uptime = uptime(
                period(AccessStatus.OPERATIONAL, 0, 12),
                period(AccessStatus.SYSTEM_UNREACHABLE, 12, 15),
                period(AccessStatus.OPERATIONAL, 15, 24));

        assertThat(uptime.share()).isEqualTo(21 / 24.0);
        assertThat(uptime.down()).isEqualTo(Duration.ofHours(3));
        assertThat(uptime.unknown()).isZero();
    }

    @Test
    void knowsNothingOfTimeInWhichNobodyLooked() {
        var uptime = uptime(period(AccessStatus.OPERATIONAL, 0, 6), period(AccessStatus.FAILED_AUTHENTICATION, 20, 22));

        assertThat(uptime.share()).isEqualTo(6 / 8.0);
        assertThat(uptime.unknown()).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void doesNotCountTimeInWhichNobodyHadTriedTheCredentials() {
        var uptime = uptime(period(AccessStatus.NOT_CHECKED, 0, 20), period(AccessStatus.OPERATIONAL, 20, 24));

        assertThat(uptime.share()).isOne();
        assertThat(uptime.known()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void isNoneWhereNothingIsKnown() {
        assertThat(uptime().share()).isNull();
        assertThat(uptime(period(AccessStatus.NOT_CHECKED, 0, 24)).share()).isNull();
    }

    @Test
    void countsOnlyWhatLiesBetweenItsEnds() {
        var uptime = uptime(
                period(AccessStatus.SYSTEM_UNREACHABLE, -10, 1),
                period(AccessStatus.OPERATIONAL, 1, 23),
                period(AccessStatus.SYSTEM_UNREACHABLE, 23, 30));

        assertThat(uptime.share()).isEqualTo(22 / 24.0);
        assertThat(uptime.outages()).isEqualTo(2);
        assertThat(uptime.longest()).isEqualTo(new Uptime.Outage(FROM, Duration.ofHours(1)));
    }

    @Test
    void oneTroubleAfterTheOtherIsOneOutage() {
        var uptime = uptime(
                period(AccessStatus.OPERATIONAL, 0, 2),
                period(AccessStatus.SYSTEM_UNREACHABLE, 2, 4),
                period(AccessStatus.FAILED_AUTHENTICATION, 4, 7),
                period(AccessStatus.OPERATIONAL, 7, 10),
                period(AccessStatus.NEEDS_RECONNECT, 10, 11),
                period(AccessStatus.OPERATIONAL, 11, 24));

        assertThat(uptime.outages()).isEqualTo(2);
        assertThat(uptime.longest()).isEqualTo(new Uptime.Outage(at(2), Duration.ofHours(5)));
    }

    @Test
    void anOutageEndsWhereNobodyLooked() {
        var uptime =
                uptime(period(AccessStatus.SYSTEM_UNREACHABLE, 2, 4), period(AccessStatus.SYSTEM_UNREACHABLE, 10, 13));

        assertThat(uptime.outages()).isEqualTo(2);
        assertThat(uptime.longest()).isEqualTo(new Uptime.Outage(at(10), Duration.ofHours(3)));
    }

    @Test
    void countsNoTimeTwiceWhereClocksOfNodesDiffer() {
        var uptime = uptime(period(AccessStatus.OPERATIONAL, 0, 12), period(AccessStatus.SYSTEM_UNREACHABLE, 11, 13));

        assertThat(uptime.known()).isEqualTo(Duration.ofHours(13));
        assertThat(uptime.down()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({"DAY, 25, 25", "WEEK, 28, 29", "MONTH, 31, 31"})
    void aPictureHasAHandfulOfBars(UptimeSpan span, int least, int most) {
        var now = Instant.parse("2026-11-22T14:30:15Z");

        assertThat(edges(span, now, BERLIN).size() - 1).isBetween(least, most);
    }

    @Test
    void barsOfAMonthAreDaysOfTheReader() {
        var days = edges(UptimeSpan.MONTH, Instant.parse("2026-11-22T14:30:00Z"), BERLIN);

        assertThat(days).startsWith(Instant.parse("2026-10-23T14:30:00Z"), Instant.parse("2026-10-23T22:00:00Z"));
        assertThat(days).endsWith(Instant.parse("2026-11-21T23:00:00Z"), Instant.parse("2026-11-22T14:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-04-10T12:00:00Z, 2026-03-28T23:00:00Z, 23", "2026-11-10T12:00:00Z, 2026-10-24T22:00:00Z, 25"})
    void theDayOnWhichClocksChangeIsAsLongAsItIs(Instant now, Instant midnight, int hours) {
        var down = new CheckPeriod(
                SHOP,
                2,
                true,
                AccessStatus.SYSTEM_UNREACHABLE,
                null,
                midnight,
                midnight,
                midnight.plus(Duration.ofHours(1)),
                true,
                1,
                null,
                null);
        var up = new CheckPeriod(
                SHOP, 3, true, AccessStatus.OPERATIONAL, null, down.knownUntil(), now, now, false, 1, null, null);

        var bar = picture(UptimeSpan.MONTH, now, BERLIN, down, up).bars().stream()
                .filter(it -> it.from().equals(midnight))
                .findFirst()
                .orElseThrow();

        assertThat(bar.known()).isEqualTo(Duration.ofHours(hours));
        assertThat(bar.share()).isEqualTo((hours - 1.0) / hours);
    }

    @Test
    void aQuarterOfTheDayIsLongerOrShorterWhereClocksChange() {
        var spring = edges(UptimeSpan.WEEK, Instant.parse("2026-03-30T12:00:00Z"), BERLIN);
        var autumn = edges(UptimeSpan.WEEK, Instant.parse("2026-10-26T12:00:00Z"), BERLIN);

        assertThat(lengths(spring)).contains(Duration.ofHours(5)).doesNotContain(Duration.ofHours(7));
        assertThat(lengths(autumn)).contains(Duration.ofHours(7)).doesNotContain(Duration.ofHours(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T12:00:00Z", "2026-10-25T12:00:00Z"})
    void anHourIsAnHourWhereClocksChange(Instant now) {
        assertThat(edges(UptimeSpan.DAY, now, BERLIN)).hasSize(25);
        assertThat(lengths(edges(UptimeSpan.DAY, now, BERLIN))).containsOnly(Duration.ofHours(1));
    }

    // Half an hour; at midnight; a day that there never was; a quarter of an hour beside the others.
    @ParameterizedTest
    @CsvSource({
        "Australia/Lord_Howe, 2026-04-05T12:00:00Z",
        "Australia/Lord_Howe, 2026-10-04T12:00:00Z",
        "America/Havana, 2026-03-10T12:00:00Z",
        "Pacific/Apia, 2012-01-05T12:00:00Z",
        "Asia/Kathmandu, 2026-11-22T12:00:00Z"
    })
    void oddClocksLeaveNoHolesAndNoBarsWithoutTime(ZoneId zone, Instant now) {
        for (var span : UptimeSpan.values()) {
            var edges = edges(span, now, zone);

            assertThat(edges)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .startsWith(span.from(now))
                    .endsWith(now);
        }
    }

    @ParameterizedTest
    @EnumSource(UptimeSpan.class)
    void theBarsTogetherAreTheWhole(UptimeSpan span) {
        var now = Instant.parse("2026-11-02T09:41:07Z");
        var start = span.from(now).minus(Duration.ofDays(1));
        var periods = IntStream.range(0, 200)
                .mapToObj(number -> new CheckPeriod(
                        SHOP,
                        number,
                        true,
                        AccessStatus.values()[number * 7 % AccessStatus.values().length],
                        null,
                        start.plus(Duration.ofMinutes(251L * number)),
                        start,
                        start.plus(Duration.ofMinutes(251L * number + 100 + number)),
                        true,
                        1,
                        null,
                        null))
                .toArray(CheckPeriod[]::new);

        var picture = picture(span, now, BERLIN, periods);

        assertThat(sum(picture.bars().stream().map(Uptime::known)))
                .isEqualTo(picture.whole().known())
                .isPositive();
        assertThat(sum(picture.bars().stream().map(Uptime::operational)))
                .isEqualTo(picture.whole().operational());
        assertThat(sum(picture.bars().stream().map(Uptime::unknown)))
                .isEqualTo(picture.whole().unknown());
    }

    private static Duration sum(Stream<Duration> durations) {
        return durations.reduce(Duration.ZERO, Duration::plus);
    }

    private static UptimePicture picture(UptimeSpan span, Instant now, ZoneId zone, CheckPeriod... periods) {
        var drawing = new UptimePicture.Drawing(span, now, zone);
        Stream.of(periods).forEach(drawing::add);
        return drawing.result();
    }

    private static List<Instant> edges(UptimeSpan span, Instant now, ZoneId zone) {
        return span.edges(now, zone);
    }

    private static List<Duration> lengths(List<Instant> edges) {
        return IntStream.range(1, edges.size())
                .mapToObj(next -> Duration.between(edges.get(next - 1), edges.get(next)))
                .toList();
    }

    private static Uptime uptime(CheckPeriod... periods) {
        var count = new UptimeCount(FROM, TO);
        Stream.of(periods).forEach(count::add);
        return count.result();
    }

    private static CheckPeriod period(AccessStatus status, int fromHour, int toHour) {
        return new CheckPeriod(
                SHOP, 1, true, status, null, at(fromHour), at(fromHour), at(toHour), true, 1, null, null);
    }

    private static Instant at(int hour) {
        return FROM.plus(Duration.ofHours(hour));
    }
}
