package io.patchbay.usage;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where it is kept how accesses were used. */
public interface UsageHours {

    /** Adds to what is kept, by whichever node. What is of an access that has been removed is left out. */
    void add(Collection<UsageHour> hours);

    /** What was counted from that hour on, in one statement and in no order. Each has at most one of each hour. */
    List<UsageHour> since(CompanyId company, Collection<AccessId> accesses, Instant from);

    /** Forgets hours before that one, at most so many, and says how many. */
    int removeBefore(Instant hour, int limit);
}
