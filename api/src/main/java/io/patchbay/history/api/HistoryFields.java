package io.patchbay.history.api;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.patchbay.access.AccessStatus;
import io.patchbay.api.FieldOf;
import io.patchbay.history.CheckPeriod;
import io.patchbay.history.Uptime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The history of connectors and instances. */
@Component
class HistoryFields implements RuntimeWiringConfigurer {

    private final Clock clock;

    HistoryFields(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Connector", HistoryFields::ofEither)
                .type("Instance", HistoryFields::ofEither)
                .type("CheckPeriod", this::period)
                .type("Uptime", HistoryFields::uptime)
                .type(
                        "Outage",
                        type -> type.dataFetcher(
                                "seconds", new FieldOf<>(Uptime.Outage.class, outage -> seconds(outage.took()))));
    }

    private static TypeRuntimeWiring.Builder ofEither(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("checks", HistoryLoading::checks).dataFetcher("uptime", HistoryLoading::uptime);
    }

    private TypeRuntimeWiring.Builder period(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("since", new FieldOf<>(CheckPeriod.class, CheckPeriod::begunAt))
                .dataFetcher("lastCheckedAt", new FieldOf<>(CheckPeriod.class, CheckPeriod::checkedAt))
                .dataFetcher("until", new FieldOf<>(CheckPeriod.class, this::until))
                .dataFetcher("fastestMs", new FieldOf<>(CheckPeriod.class, period -> millis(period.fastest())))
                .dataFetcher("slowestMs", new FieldOf<>(CheckPeriod.class, period -> millis(period.slowest())));
    }

    private static TypeRuntimeWiring.Builder uptime(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("knownSeconds", new FieldOf<>(Uptime.class, uptime -> seconds(uptime.known())))
                .dataFetcher("operationalSeconds", new FieldOf<>(Uptime.class, uptime -> seconds(uptime.operational())))
                .dataFetcher("longestOutage", new FieldOf<>(Uptime.class, Uptime::longest));
    }

    private @Nullable Instant until(CheckPeriod period) {
        var lasts = !period.ended()
                && (period.status() == AccessStatus.NOT_CHECKED
                        || period.knownUntil().isAfter(clock.instant()));
        return lasts ? null : period.knownUntil();
    }

    private static @Nullable Integer millis(@Nullable Duration duration) {
        return duration == null ? null : (int) duration.toMillis();
    }

    private static int seconds(Duration duration) {
        return (int) duration.toSeconds();
    }
}
