package io.patchbay.usage;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells how accesses were used. What was not written down yet, a few seconds' worth, is missing. */
@UseCase(inTransaction = false)
public class UsageReading {

    /** A week. */
    public static final int MOST_HOURS = 7 * Usage.DAY;

    private final UsageHours hours;
    private final Clock clock;

    public UsageReading(UsageHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    /** An access in the last day, which is 24 hours whatever clocks are put to. */
    public Usage lastDay(CompanyId company, AccessId access) {
        return Objects.requireNonNull(last(Usage.DAY, company, Set.of(access)).get(access));
    }

    /**
     * Each of them in the last so many hours, in one statement.
     *
     * @param count 1 to {@link #MOST_HOURS}
     */
    public Map<AccessId, Usage> last(int count, CompanyId company, Collection<AccessId> accesses) {
        if (count < 1 || count > MOST_HOURS) {
            throw new IllegalArgumentException("1 to " + MOST_HOURS + " hours, not " + count);
        }
        var now = clock.instant();
        var counted = hours.since(company, accesses, Usage.from(now, count)).stream()
                .collect(Collectors.groupingBy(UsageHour::access));
        return accesses.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> Usage.of(counted.getOrDefault(id, List.of()), now, count)));
    }
}
