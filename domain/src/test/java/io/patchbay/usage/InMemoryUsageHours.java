package io.patchbay.usage;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps what it is given, and fails when it is told to. */
public class InMemoryUsageHours implements UsageHours {

    private final List<UsageHour> kept = new ArrayList<>();
    private boolean broken;

    public void breakDown() {
        broken = true;
    }

    public void mend() {
        broken = false;
    }

    public List<UsageHour> kept() {
        return kept;
    }

    @Override
    public void add(Collection<UsageHour> hours) {
        if (broken) {
            throw new IllegalStateException("The database is away");
        }
        kept.addAll(hours);
    }

    @Override
    public List<UsageHour> since(CompanyId company, Collection<AccessId> accesses, Instant from) {
        return kept.stream()
                .filter(it -> it.company().equals(company)
                        && accesses.contains(it.access())
                        && !it.hour().isBefore(from))
                .toList();
    }

    @Override
    public int removeBefore(Instant hour, int limit) {
        var old = kept.stream()
                .filter(it -> it.hour().isBefore(hour))
                .limit(limit)
                .toList();
        kept.removeAll(old);
        return old.size();
    }
}
