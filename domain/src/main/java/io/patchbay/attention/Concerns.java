package io.patchbay.attention;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;

/** Which connectors and instances need attention. What was never tried counts only from {@code untriedBefore} back. */
public interface Concerns {

    /** The order of this list unless told: the worst first, and of those that are equally bad the newest first. */
    Order ORDER = Order.descending(Order.By.URGENCY);

    /** That something needs attention. */
    record Noted(AccessKind kind, AccessId id, Severity severity, Instant since) {}

    Page<Noted> page(CompanyId company, ConcernSearch search, Instant untriedBefore, Page.Request request);

    Count count(CompanyId company, ConcernSearch search, Instant untriedBefore);

    /** Where something stands in the list. */
    static Page.Place place(AccessId id, Severity severity, Instant since) {
        return new Page.Place(id.value(), urgency(severity) + " " + since);
    }

    /** Greater where it is worse. */
    static int urgency(Severity severity) {
        return Severity.values().length - severity.ordinal();
    }

    /** What {@link #urgency} was made of. */
    static Severity severity(int urgency) {
        return Severity.values()[Severity.values().length - urgency];
    }
}
