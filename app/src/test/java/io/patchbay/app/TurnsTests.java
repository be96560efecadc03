package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final long START = Long.MAX_VALUE - 5;

    private final Turns turns = new Turns(50, START);

    @Test
    void areTheSameWhileApartHoweverManyComeAtOnce() {
        var moments = LongStream.generate(() -> turns.take(START)).limit(4).map(it -> it - START);

        assertThat(moments.toArray()).containsExactly(0, millis(20), millis(40), millis(60));
    }

    @Test
    void areNotSavedUpWhileNobodyComes() {
        turns.take(START);
        var later = START + millis(60_000);

        assertThat(turns.take(later) - later).isZero();
        assertThat(turns.take(later) - later).isEqualTo(millis(20));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
