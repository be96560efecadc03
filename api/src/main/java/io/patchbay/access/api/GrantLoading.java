package io.patchbay.access.api;

import graphql.schema.DataFetchingEnvironment;
import io.patchbay.access.HasAccess;
import io.patchbay.token.TokenGrants;
import io.patchbay.token.Tokens;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the grants of a whole list in one statement, and only where somebody asks for them. */
@Component
class GrantLoading {

    private static final String NAME = "tokenGrant";

    private final Tokens tokens;
    private final Clock clock;

    GrantLoading(BatchLoaderRegistry loaders, Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        loaders.<TokenGrants.Key, Grant>forName(NAME)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(grants(keys)));
    }

    static CompletableFuture<Grant> grant(DataFetchingEnvironment environment) {
        var access = Objects.requireNonNull(environment.<HasAccess>getSource()).access();
        return Objects.requireNonNull(environment.<TokenGrants.Key, Grant>getDataLoader(NAME))
                .load(new TokenGrants.Key(
                        access.companyId(), access.credentials().id()));
    }

    private Map<TokenGrants.Key, Grant> grants(Set<TokenGrants.Key> keys) {
        var now = clock.instant();
        var found = new HashMap<TokenGrants.Key, Grant>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        TokenGrants.Key::company, Collectors.mapping(TokenGrants.Key::credentials, Collectors.toSet())))
                .forEach((company, credentials) -> tokens.findAll(company, credentials)
                        .forEach(grant ->
                                found.put(new TokenGrants.Key(company, grant.credentials()), Grant.of(grant, now))));
        return found;
    }
}
