package io.patchbay.attention;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is good for a limited time only. */
public interface Expiries {

    /** The order of this list unless told: the soonest first, and so what is over already before all others. */
    Order ORDER = Order.ascending(Order.By.END);

    /** That something ends; what the parameters mean, {@link Expiring} says. */
    record Noted(
            UUID id,
            Expiring.Kind kind,
            Instant endsAt,
            boolean exact,
            @Nullable AccessKind accessKind,
            @Nullable AccessId access,
            @Nullable String credentialKey) {}

    /** A part of what is looked for; of API tokens only those that end, or ended, after a moment. */
    Page<Noted> page(CompanyId company, ExpirySearch search, Instant tokensAfter, Page.Request request);

    Count count(CompanyId company, ExpirySearch search, Instant tokensAfter);

    /** Where something stands in the list. */
    static Page.Place place(UUID id, Instant endsAt) {
        return new Page.Place(id, endsAt.toString());
    }
}
