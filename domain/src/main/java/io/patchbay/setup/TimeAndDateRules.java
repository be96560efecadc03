package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.system.SystemDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the second step. */
final class TimeAndDateRules {

    private TimeAndDateRules() {}

    static Outcome<TimeAndDate> check(@Nullable SystemDefinition system, TimeAndDate.Typed typed) {
        var problems = new Problems();
        var zone = problems.check(AccessRules.timeZone(system, typed.timeZone()));
        var format = problems.check(AccessRules.dateFormat(system, typed.dateFormat()));
        var limit = typed.rateLimit() == null
                ? null
                : problems.check(typed.rateLimit().parse(system));
        return problems.or(() -> new TimeAndDate(Objects.requireNonNull(zone), Objects.requireNonNull(format), limit));
    }
}
