package io.patchbay.history;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how much of the time systems let us in. */
@UseCase
public class Uptimes {

    private final CheckHistory history;
    private final Clock clock;

    public Uptimes(CheckHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** The uptime of each of the company's connectors and instances with these ids, up to now. */
    public Map<AccessId, Uptime> of(CompanyId company, Collection<AccessId> accesses, UptimeSpan span) {
        var now = clock.instant();
        var from = span.from(now);
        var counts = accesses.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), access -> new UptimeCount(from, now)));
        history.read(
                company,
                counts.keySet(),
                from,
                period -> Objects.requireNonNull(counts.get(period.access())).add(period));
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().result()));
    }

    /**
     * Pictures of one, one for each span.
     *
     * @param zone whose clocks bars go by
     */
    public List<UptimePicture> pictures(CompanyId company, AccessId access, ZoneId zone) {
        var now = clock.instant();
        var drawings = Stream.of(UptimeSpan.values())
                .map(span -> new UptimePicture.Drawing(span, now, zone))
                .toList();
        history.read(
                company,
                Set.of(access),
                UptimeSpan.MONTH.from(now),
                period -> drawings.forEach(drawing -> drawing.add(period)));
        return drawings.stream().map(UptimePicture.Drawing::result).toList();
    }
}
