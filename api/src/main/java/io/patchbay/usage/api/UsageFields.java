package io.patchbay.usage.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.patchbay.access.AccessId;
import io.patchbay.access.HasAccess;
import io.patchbay.api.BadArgument;
import io.patchbay.shared.CompanyId;
import io.patchbay.usage.UsageReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the usage of a whole list in one statement, and only where somebody asks for it. */
@Component
class UsageFields implements RuntimeWiringConfigurer {

    private static final String NAME = "usage";

    private final UsageReading reading;

    UsageFields(BatchLoaderRegistry loaders, UsageReading reading) {
        this.reading = reading;
        loaders.<Asked, UsageFigures>forName(NAME)
                .registerMappedBatchLoader((asked, environment) -> Mono.just(figures(asked)));
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Connector", type -> type.dataFetcher(NAME, UsageFields::usage))
                .type("Instance", type -> type.dataFetcher(NAME, UsageFields::usage));
    }

    /** Whose usage in how many hours. */
    private record Asked(CompanyId company, AccessId access, int hours) {}

    /** Those that one statement answers. */
    private record Together(CompanyId company, int hours) {}

    private static CompletableFuture<UsageFigures> usage(DataFetchingEnvironment environment) {
        var access = Objects.requireNonNull(environment.<HasAccess>getSource()).access();
        int hours = Objects.requireNonNull(environment.<Integer>getArgument("hours"));
        if (hours < 1 || hours > UsageReading.MOST_HOURS) {
            throw new BadArgument("hours", "Ask for 1 to " + UsageReading.MOST_HOURS + " hours");
        }
        return Objects.requireNonNull(environment.<Asked, UsageFigures>getDataLoader(NAME))
                .load(new Asked(access.companyId(), access.id(), hours));
    }

    private Map<Asked, UsageFigures> figures(Set<Asked> asked) {
        var figures = new HashMap<Asked, UsageFigures>();
        asked.stream()
                .collect(Collectors.groupingBy(
                        it -> new Together(it.company(), it.hours()),
                        Collectors.mapping(Asked::access, Collectors.toSet())))
                .forEach((together, accesses) -> reading.last(together.hours(), together.company(), accesses)
                        .forEach((access, usage) -> figures.put(
                                new Asked(together.company(), access, together.hours()), UsageFigures.of(usage))));
        return figures;
    }
}
