package io.patchbay.usage;

import io.patchbay.access.AccessId;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.access.Uses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the uses on this node say, until it is written down. Thread-safe. */
public final class UseLedger implements Uses {

    /** An access that nobody has used for so long is forgotten. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Map<AccessId, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public void used(SystemAccess access, Use use) {
        entries.compute(access.id(), (id, known) -> {
            var entry = known == null ? new Entry(access) : known;
            entry.add(access, use);
            return entry;
        });
    }

    /** What is news about statuses since it was asked last; each access once. */
    List<LatestUses.Told> takeNews(Instant now) {
        var news = new ArrayList<LatestUses.Told>();
        for (var id : entries.keySet()) {
            entries.computeIfPresent(id, (key, entry) -> {
                entry.latest.take().ifPresent(news::add);
                return entry.isIdle(now) ? null : entry;
            });
        }
        return news;
    }

    private static final class Entry {

        private LatestUses latest;
        private Instant last = Instant.MIN;

        Entry(SystemAccess access) {
            latest = new LatestUses(access.credentials().id());
        }

        void add(SystemAccess access, Use use) {
            if (!latest.areOf(access)) {
                latest = new LatestUses(access.credentials().id());
            }
            latest.add(access, use);
            last = use.at().isAfter(last) ? use.at() : last;
        }

        boolean isIdle(Instant now) {
            return last.isBefore(now.minus(IDLE));
        }
    }
}
