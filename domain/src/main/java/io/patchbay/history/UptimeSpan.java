package io.patchbay.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Over which time, up to now, people want to know an uptime. */
public enum UptimeSpan {
    /** 24 hours, drawn hour by hour. */
    DAY(Duration.ofHours(24)) {
        @Override
        Stream<Instant> marks(Instant from, Instant to, ZoneId zone) {
            return LongStream.rangeClosed(0, ChronoUnit.HOURS.between(from, to) + 1)
                    .mapToObj(hour -> from.atZone(zone)
                            .plusHours(hour)
                            .truncatedTo(ChronoUnit.HOURS)
                            .toInstant());
        }
    },

    /** 7 times 24 hours, drawn by quarters of days. */
    WEEK(Duration.ofDays(7)) {
        @Override
        Stream<Instant> marks(Instant from, Instant to, ZoneId zone) {
            return days(from, to, zone)
                    .flatMap(day -> Stream.of(0, 6, 12, 18).map(hour -> day.atTime(LocalTime.of(hour, 0))))
                    .map(time -> time.atZone(zone).toInstant());
        }
    },

    /** 30 times 24 hours, drawn day by day. */
    MONTH(Duration.ofDays(30)) {
        @Override
        Stream<Instant> marks(Instant from, Instant to, ZoneId zone) {
            return days(from, to, zone).map(day -> day.atStartOfDay(zone).toInstant());
        }
    };

    private final Duration length;

    UptimeSpan(Duration length) {
        this.length = length;
    }

    /** When it began, where it ends now. */
    public Instant from(Instant now) {
        return now.minus(length);
    }

    /**
     * Where the bars of a picture begin and end, in the order of time: at full hours or midnights of this zone, so that a bar may
     * be shorter or longer where its clocks change, and the first and the last one where the span begins and ends.
     */
    List<Instant> edges(Instant now, ZoneId zone) {
        var from = from(now);
        // Sorted, and each once: a day that a zone skipped would begin with the next one.
        var edges = new TreeSet<Instant>();
        marks(from, now, zone)
                .filter(mark -> mark.isAfter(from) && mark.isBefore(now))
                .forEach(edges::add);
        edges.add(from);
        edges.add(now);
        return List.copyOf(edges);
    }

    abstract Stream<Instant> marks(Instant from, Instant to, ZoneId zone);

    private static Stream<LocalDate> days(Instant from, Instant to, ZoneId zone) {
        return LocalDate.ofInstant(from, zone)
                .datesUntil(LocalDate.ofInstant(to, zone).plusDays(1));
    }
}
