package io.patchbay.access;

import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.TokenGrants;
import io.patchbay.token.TokenHolder;
import io.patchbay.token.TokenSteps;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Renews the tokens of connectors and instances before whoever uses them would have to wait. */
@UseCase(inTransaction = false)
public class TokenUpkeep {

    /** So many vendors are asked at once. */
    private static final int AT_ONCE = 50;

    private final TokenSteps steps;
    private final AccessesByCredentials accesses;
    private final SystemDefinitions systems;
    private final AccessTokens tokens;

    public TokenUpkeep(
            TokenSteps steps, AccessesByCredentials accesses, SystemDefinitions systems, AccessTokens tokens) {
        this.steps = steps;
        this.accesses = accesses;
        this.systems = systems;
        this.tokens = tokens;
    }

    /**
     * Renews a limited number of tokens that are due, and waits until that is done; gives how many were due. Any number of
     * nodes may do so at once: each takes others.
     */
    public int renewDue() {
        var due = steps.claimDue(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(key -> threads.execute(() -> holder(key).ifPresent(tokens::renewAhead)));
        }
        return due.size();
    }

    private Optional<TokenHolder> holder(TokenGrants.Key key) {
        return accesses.find(key.company(), key.credentials())
                .flatMap(access -> systems.find(access.system())
                        .flatMap(system -> system.method(access.credentials().method())
                                .map(method -> new TokenHolder(
                                        key.company(), system, access.environment(), method, access.credentials()))));
    }
}
