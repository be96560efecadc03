package io.patchbay.history;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Knows what a test says was found. */
public class InMemoryCheckHistory implements CheckHistory {

    private final Map<CompanyId, List<CheckPeriod>> periods = new ConcurrentHashMap<>();

    public void add(CompanyId company, CheckPeriod period) {
        periods.computeIfAbsent(company, id -> new CopyOnWriteArrayList<>()).add(period);
    }

    @Override
    public Map<AccessId, Page<CheckPeriod>> pages(CompanyId company, Collection<AccessId> accesses, Part part) {
        var pages = new HashMap<AccessId, Page<CheckPeriod>>();
        for (var access : accesses) {
            var all = new ArrayList<>(newestFirst(company, access, part.changesOnly()));
            var from = part.from();
            var beyond = all.stream()
                    .filter(it -> from == null || (part.backwards() ? it.number() > from : it.number() < from))
                    .toList();
            var more = beyond.size() > part.size();
            pages.put(
                    access,
                    part.backwards()
                            ? new Page<>(
                                    beyond.subList(Math.max(0, beyond.size() - part.size()), beyond.size()),
                                    from != null,
                                    more)
                            : new Page<>(beyond.subList(0, Math.min(beyond.size(), part.size())), more, from != null));
        }
        return pages;
    }

    @Override
    public Map<AccessId, Count> counts(CompanyId company, Collection<AccessId> accesses, boolean changesOnly) {
        var counts = new HashMap<AccessId, Count>();
        accesses.forEach(access -> counts.put(
                access, Count.of(newestFirst(company, access, changesOnly).size())));
        return counts;
    }

    @Override
    public void read(CompanyId company, Collection<AccessId> accesses, Instant since, Consumer<CheckPeriod> reader) {
        for (var access : accesses) {
            newestFirst(company, access, false).reversed().stream()
                    .filter(it -> !it.ended() || it.knownUntil().isAfter(since))
                    .forEach(reader);
        }
    }

    private List<CheckPeriod> newestFirst(CompanyId company, AccessId access, boolean changesOnly) {
        return periods.getOrDefault(company, List.of()).stream()
                .filter(it -> it.access().equals(access))
                .filter(it -> it.change() || !changesOnly)
                .sorted(Comparator.comparing(CheckPeriod::number).reversed())
                .toList();
    }
}
