package io.patchbay.attention.api;

import io.patchbay.access.HasAccess;
import io.patchbay.api.BadArgument;
import io.patchbay.api.Connection;
import io.patchbay.api.NodeType;
import io.patchbay.api.PageArguments;
import io.patchbay.attention.Expirations;
import io.patchbay.attention.Expiries;
import io.patchbay.attention.Expiring;
import java.time.Clock;
import java.time.Duration;
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
    Connection<Expiring> expiring(@Arguments PageArguments page, @Argument @Nullable Integer days) {
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw new BadArgument("days", "Ask for 0 to " + MOST_DAYS);
        }
        var before = clock.instant().plus(Duration.ofDays(days == null ? Expirations.DAYS_AHEAD : days));
        return Connection.of(
                NodeType.EXPIRING,
                Expiries.ORDER,
                expirations.page(before, page.request(NodeType.EXPIRING, Expiries.ORDER)),
                (expiring, order) -> expiring.place(),
                () -> expirations.count(before));
    }

    @SchemaMapping
    @Nullable
    HasAccess access(Expiring expiring) {
        return expiring.subject();
    }
}
