package io.patchbay.attention.api;

import io.patchbay.access.HasAccess;
import io.patchbay.api.BadArgument;
import io.patchbay.api.Connection;
import io.patchbay.api.NodeType;
import io.patchbay.api.OrderDirection;
import io.patchbay.api.PageArguments;
import io.patchbay.attention.Expirations;
import io.patchbay.attention.Expiries;
import io.patchbay.attention.Expiring;
import io.patchbay.attention.ExpirySearch;
import io.patchbay.shared.Order;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ExpiryController {

    private static final int MOST_DAYS = 3_650;

    private final Expirations expirations;
    private final Clock clock;

    ExpiryController(Expirations expirations, Clock clock) {
        this.expirations = expirations;
        this.clock = clock;
    }

    @QueryMapping
    Connection<Expiring> expiring(
            @Argument @Nullable Integer days,
            @Arguments PageArguments page,
            @Argument @Nullable ExpiringFilter filter,
            @Argument @Nullable ExpiringOrder orderBy) {
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw new BadArgument("days", "Ask for 0 to " + MOST_DAYS);
        }
        var before = clock.instant().plus(Duration.ofDays(days == null ? Expirations.DAYS_AHEAD : days));
        var search = new ExpirySearch(before, filter == null || filter.kinds() == null ? Set.of() : filter.kinds());
        var order = orderBy == null ? Expiries.ORDER : orderBy.asOrder();
        return Connection.of(
                NodeType.EXPIRING,
                order,
                expirations.page(search, page.request(NodeType.EXPIRING, order)),
                (expiring, by) -> expiring.place(),
                () -> expirations.count(search));
    }

    @SchemaMapping
    @Nullable
    HasAccess access(Expiring expiring) {
        return expiring.subject();
    }

    record ExpiringFilter(@Nullable Set<Expiring.Kind> kinds) {}

    record ExpiringOrder(Field field, OrderDirection direction) {

        enum Field {
            ENDS_AT
        }

        Order asOrder() {
            return direction.by(
                    switch (field) {
                        case ENDS_AT -> Order.By.END;
                    });
        }
    }
}
