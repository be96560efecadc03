package io.patchbay.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An uptime as it is drawn.
 *
 * @param whole over the whole span
 * @param bars the same in pieces, in the order of time
 */
public record UptimePicture(UptimeSpan span, Uptime whole, List<Uptime> bars) {

    public UptimePicture {
        bars = List.copyOf(bars);
    }

    /** Counts all of a picture at once. */
    static final class Drawing {

        private final UptimeSpan span;
        private final UptimeCount whole;
        private final List<UptimeCount> bars = new ArrayList<>();

        Drawing(UptimeSpan span, Instant now, ZoneId zone) {
            this.span = span;
            this.whole = new UptimeCount(span.from(now), now);
            var edges = span.edges(now, zone);
            IntStream.range(1, edges.size())
                    .forEach(next -> bars.add(new UptimeCount(edges.get(next - 1), edges.get(next))));
        }

        void add(CheckPeriod period) {
            whole.add(period);
            bars.forEach(bar -> bar.add(period));
        }

        UptimePicture result() {
            return new UptimePicture(
                    span, whole.result(), bars.stream().map(UptimeCount::result).toList());
        }
    }
}
