package io.patchbay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckPaceTests {

    private static final RandomGenerator MIDDLE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble(double from, double to) {
            return (from + to) / 2;
        }
    };

    private final CheckPace hourly = new CheckPace(Duration.ofHours(1));

    @Test
    void keepsItsCadenceWhileAllIsWell() {
        assertThat(minutes(hourly, AccessStatus.OPERATIONAL, 3)).containsExactly(60L, 60L, 60L);
    }

    @Test
    void isSoonerWhileTheSystemIsUnreachableButNeverSlowerThanItsCadence() {
        assertThat(minutes(hourly, AccessStatus.SYSTEM_UNREACHABLE, 8))
                .containsExactly(1L, 2L, 5L, 10L, 20L, 40L, 60L, 60L);
        assertThat(minutes(new CheckPace(Duration.ofMinutes(3)), AccessStatus.SYSTEM_UNREACHABLE, 4))
                .containsExactly(1L, 2L, 3L, 3L);
    }

    @Test
    void isSlowerAndSlowerWhileCredentialsAreRefusedBecauseVendorsLockAccounts() {
        assertThat(minutes(hourly, AccessStatus.FAILED_AUTHENTICATION, 4)).containsExactly(60L, 360L, 1440L, 1440L);
        assertThat(minutes(new CheckPace(Duration.ofDays(2)), AccessStatus.FAILED_AUTHENTICATION, 2))
                .containsExactly(2880L, 2880L);
    }

    @Test
    void spreadsChecksByATenthEitherWay() {
        var random = RandomGenerator.getDefault();

        var distances = IntStream.range(0, 1_000)
                .mapToObj(it -> hourly.after(AccessStatus.OPERATIONAL, 1, random))
                .toList();

        assertThat(distances)
                .allSatisfy(it -> assertThat(it).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66)));
        assertThat(distances).anyMatch(it -> it.compareTo(Duration.ofMinutes(57)) < 0);
        assertThat(distances).anyMatch(it -> it.compareTo(Duration.ofMinutes(63)) > 0);
    }

    @Test
    void aResultHoldsHalfAsLongAgainAsTheNextOneCanTakeToCome() {
        assertThat(held(AccessStatus.OPERATIONAL, null)).isEqualTo(Duration.ofMinutes(90));
        assertThat(held(AccessStatus.SYSTEM_UNREACHABLE, null)).isEqualTo(Duration.ofMinutes(90));
        assertThat(held(AccessStatus.FAILED_AUTHENTICATION, null)).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void aResultHoldsLongerWhereTheSystemAskedForPatience() {
        assertThat(held(AccessStatus.OPERATIONAL, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(90));
        assertThat(held(AccessStatus.OPERATIONAL, Duration.ofHours(4))).isEqualTo(Duration.ofHours(6));
        assertThat(held(AccessStatus.OPERATIONAL, Duration.ofDays(30))).isEqualTo(Duration.ofHours(36));
    }

    private Duration held(AccessStatus status, Duration retryAfter) {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        return Duration.between(now, hourly.holdsUntil(new Check(status, null, null, null, now, retryAfter)));
    }

    private static List<Long> minutes(CheckPace pace, AccessStatus status, int times) {
        return IntStream.rangeClosed(1, times)
                .mapToObj(it -> pace.after(status, it, MIDDLE).toMinutes())
                .toList();
    }
}
