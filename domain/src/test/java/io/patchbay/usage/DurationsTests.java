package io.patchbay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DurationsTests {

    @Test
    void knowPercentilesWithinAPercent() {
        var durations = millis(1, 1000);

        assertThat(nanos(durations, 50)).isCloseTo(500_000_000L, Percentage.withPercentage(1));
        assertThat(nanos(durations, 99)).isCloseTo(990_000_000L, Percentage.withPercentage(1));
    }

    @Test
    void addUpAsIfTheyHadBeenTogetherFromTheBeginning() {
        var sum = millis(1, 300);
        sum.add(millis(301, 1000));

        assertThat(nanos(sum, 50)).isEqualTo(nanos(millis(1, 1000), 50));
        assertThat(nanos(sum, 99)).isEqualTo(nanos(millis(1, 1000), 99));
    }

    @Test
    void surviveBeingWrittenDownAndGoOnAfterwards() {
        var again = Durations.ofBytes(millis(1, 300).toBytes());
        again.add(millis(301, 1000));

        assertThat(nanos(again, 99)).isEqualTo(nanos(millis(1, 1000), 99));
    }

    @Test
    void areSmall() {
        assertThat(millis(40, 60).toBytes()).hasSizeLessThan(150);
        assertThat(millis(1, 100_000).toBytes()).hasSizeLessThan(3000);
    }

    @Test
    void takeWhatIsTooShortAndTooLongForTheNearestThatTheyKnow() {
        var durations = new Durations();
        durations.add(Duration.ofSeconds(-1));
        assertThat(durations.percentile(100)).isEqualTo(Duration.ZERO);

        durations.add(Duration.ofDays(3));
        assertThat(nanos(durations, 100)).isCloseTo(Duration.ofHours(1).toNanos(), Percentage.withPercentage(1));
    }

    @Test
    void haveNoPercentileWhereThereIsNothing() {
        assertThat(new Durations().percentile(50)).isNull();
    }

    @Test
    void areNotMadeOfAnything() {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.ofBytes(new byte[] {1, 2, 3}));
    }

    private static Durations millis(int first, int last) {
        var durations = new Durations();
        IntStream.rangeClosed(first, last).mapToObj(Duration::ofMillis).forEach(durations::add);
        return durations;
    }

    private static long nanos(Durations durations, double percent) {
        var percentile = durations.percentile(percent);
        assertThat(percentile).isNotNull();
        return percentile.toNanos();
    }
}
