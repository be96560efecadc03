package io.patchbay.usage;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/**
 * How long things took, kept so that many add up and percentiles of the sum are still right within a percent. Microseconds to an
 * hour. Not thread-safe.
 */
public final class Durations {

    private static final int SIGNIFICANT_DIGITS = 2;

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Histogram micros;

    /** Nothing yet; small, because there may be many that go on being counted. */
    public Durations() {
        this(new PackedHistogram(SIGNIFICANT_DIGITS));
    }

    private Durations(Histogram micros) {
        this.micros = micros;
    }

    /**
     * What {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException where it was something else
     */
    public static Durations ofBytes(byte[] bytes) {
        try {
            // Ten times as large as a packed one and as fast, for the moment that it lives.
            var micros = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
            micros.setAutoResize(true);
            return new Durations(micros);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException("No durations", unreadable);
        }
    }

    /** All of them together. */
    static Durations sum(Stream<Durations> all) {
        var sum = new Durations(new Histogram(SIGNIFICANT_DIGITS));
        all.forEach(sum::add);
        return sum;
    }

    public void add(Duration duration) {
        var bounded = duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
        micros.recordValue(Math.max(0, bounded.toNanos() / 1000));
    }

    public void add(Durations others) {
        micros.add(others.micros);
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** So long took the fastest so many percent of them at most; null: there were none. */
    public @Nullable Duration percentile(double percent) {
        return micros.getTotalCount() == 0 ? null : Duration.ofNanos(micros.getValueAtPercentile(percent) * 1000);
    }

    /** A few bytes for each duration that differs. */
    public byte[] toBytes() {
        var buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        var length = micros.encodeIntoByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }
}
