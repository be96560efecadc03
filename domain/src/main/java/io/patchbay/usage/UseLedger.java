package io.patchbay.usage;

import io.patchbay.access.AccessId;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.access.Uses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The uses on this node, until they are written down: what they say about statuses, and how many there are. Thread-safe. Holds
 * a bounded number of accesses, and of hours that could not be written down; of more than that nothing is noted but how much it
 * was.
 */
public final class UseLedger implements Uses {

    /** So many are some 20 MB at the worst. */
    private static final int MOST_ACCESSES = 10_000;

    /** What cannot be written down waits for so many hours of each of the most accesses: one that is over, and the next. */
    private static final int HOURS_WAITING = 2;

    private static final Comparator<UsageHour> NEWEST_FIRST =
            Comparator.comparing(UsageHour::hour).reversed();

    /** An access that nobody has used for so long is forgotten. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final Map<AccessId, Entry> entries = new ConcurrentHashMap<>();
    private final LongAdder unnoted = new LongAdder();
    private final int mostAccesses;

    public UseLedger() {
        this(MOST_ACCESSES);
    }

    /** With another bound. */
    UseLedger(int mostAccesses) {
        this.mostAccesses = mostAccesses;
    }

    @Override
    public void used(SystemAccess access, Use use) {
        entries.compute(access.id(), (id, known) -> {
            if (known == null && entries.size() >= mostAccesses) {
                unnoted.increment();
                return null;
            }
            var entry = known == null ? new Entry() : known;
            entry.add(access, use);
            return entry;
        });
    }

    /** What is news about statuses since it was asked last; each access once. */
    List<LatestUses.Told> takeNews() {
        var news = new ArrayList<LatestUses.Told>();
        for (var id : entries.keySet()) {
            entries.computeIfPresent(id, (key, entry) -> {
                entry.takeNews().ifPresent(news::add);
                return entry;
            });
        }
        return news;
    }

    /** What was counted since it was asked last. */
    List<UsageHour> takeHours(Instant now) {
        var taken = new ArrayList<UsageHour>();
        for (var id : entries.keySet()) {
            entries.computeIfPresent(id, (key, entry) -> {
                taken.addAll(entry.hours.values());
                entry.hours.clear();
                return entry.isIdle(now) ? null : entry;
            });
        }
        return taken;
    }

    /** Takes back what could not be written down: the newest of it, as much as there is room for. */
    void giveBack(Collection<UsageHour> hours) {
        var room = HOURS_WAITING * mostAccesses;
        for (var hour : hours.stream().sorted(NEWEST_FIRST).toList()) {
            if (room > 0 && takesBack(hour)) {
                room--;
            } else {
                unnoted.add(hour.calls().all());
            }
        }
    }

    private boolean takesBack(UsageHour hour) {
        return entries.compute(hour.access(), (id, known) -> {
                    if (known == null && entries.size() >= mostAccesses) {
                        return null;
                    }
                    var entry = known == null ? new Entry() : known;
                    entry.hours.merge(hour.hour(), hour, UsageHour::plus);
                    return entry;
                })
                != null;
    }

    /** How many uses went unnoted since it was asked last. */
    long takeUnnoted() {
        return unnoted.sumThenReset();
    }

    private static final class Entry {

        private final Map<Instant, UsageHour> hours = HashMap.newHashMap(2);
        private @Nullable LatestUses latest;
        private Instant last = Instant.MIN;

        void add(SystemAccess access, Use use) {
            if (latest == null || !latest.areOf(access)) {
                latest = new LatestUses(access.credentials().id());
            }
            latest.add(access, use);
            last = use.at().isAfter(last) ? use.at() : last;
            var hour = UsageHour.hourOf(use.at());
            var counted = hours.get(hour);
            hours.put(hour, (counted == null ? UsageHour.empty(access, hour) : counted).plus(use));
        }

        Optional<LatestUses.Told> takeNews() {
            return latest == null ? Optional.empty() : latest.take();
        }

        boolean isIdle(Instant now) {
            return last.isBefore(now.minus(IDLE));
        }
    }
}
