package io.patchbay.usage;

import io.patchbay.access.AccessId;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How an access was used within one hour of UTC, or a part of that.
 *
 * @param durations of those that were answered, until the answer began
 */
public record UsageHour(CompanyId company, AccessId access, Instant hour, Calls calls, Durations durations) {

    /** The hour that a moment lies in. */
    static Instant hourOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    static UsageHour empty(SystemAccess access, Instant hour) {
        return new UsageHour(access.companyId(), access.id(), hour, Calls.NONE, new Durations());
    }

    /** The same with one more; this one is not to be used any more. */
    UsageHour plus(Use use) {
        if (use.ending() instanceof Use.Answered) {
            durations.add(use.took());
        }
        return new UsageHour(company, access, hour, calls.plus(Calls.of(use.ending())), durations);
    }

    /** The same with those of another part of the hour; this one is not to be used any more. */
    UsageHour plus(UsageHour others) {
        durations.add(others.durations);
        return new UsageHour(company, access, hour, calls.plus(others.calls), durations);
    }
}
