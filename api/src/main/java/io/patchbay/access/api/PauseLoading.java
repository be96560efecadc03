package io.patchbay.access.api;

import graphql.schema.DataFetchingEnvironment;
import io.patchbay.access.HasAccess;
import io.patchbay.limit.Ledgers;
import io.patchbay.limit.LimitKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads for a whole list in one statement which vendors asked for patience, and only where somebody asks for it. */
@Component
class PauseLoading {

    private static final String NAME = "pausedUntil";

    private final Ledgers ledgers;

    PauseLoading(BatchLoaderRegistry loaders, Ledgers ledgers) {
        this.ledgers = ledgers;
        loaders.<LimitKey, Instant>forName(NAME)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(pauses(keys)));
    }

    static CompletableFuture<Instant> pausedUntil(DataFetchingEnvironment environment) {
        var access = Objects.requireNonNull(environment.<HasAccess>getSource()).access();
        return Objects.requireNonNull(environment.<LimitKey, Instant>getDataLoader(NAME))
                .load(LimitKey.of(access.companyId(), access.credentials()));
    }

    private Map<LimitKey, Instant> pauses(Set<LimitKey> keys) {
        var found = new HashMap<LimitKey, Instant>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        LimitKey::company, Collectors.mapping(LimitKey::credentials, Collectors.toSet())))
                .forEach((company, credentials) -> ledgers.pausedUntil(company, credentials)
                        .forEach((one, until) -> found.put(new LimitKey(company, one), until)));
        return found;
    }
}
