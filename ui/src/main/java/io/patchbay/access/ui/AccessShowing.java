package io.patchbay.access.ui;

import io.patchbay.access.AccessKind;
import io.patchbay.access.SystemAccess;
import io.patchbay.limit.Ledgers;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of one connector and of one instance show of what both of them are. */
@Component
public final class AccessShowing {

    private final SystemDefinitions systems;
    private final ProgramUse programUse;
    private final Tokens tokens;
    private final Ledgers ledgers;
    private final Clock clock;

    AccessShowing(SystemDefinitions systems, ProgramUse programUse, Tokens tokens, Ledgers ledgers, Clock clock) {
        this.systems = systems;
        this.programUse = programUse;
        this.tokens = tokens;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * Status, settings, credentials, what the vendor granted, and how programs use it.
     *
     * @param own what an instance was limited to; null: nothing
     */
    public AccessSummary summary(
            AccessKind kind,
            SystemAccess access,
            SystemDefinition system,
            ConnectionTest test,
            @Nullable RateLimit own) {
        var now = clock.instant();
        var grant = tokens.find(access.companyId(), access.credentials().id());
        var made = new AccessSummary(access, system, now)
                .withTest(test)
                .withGrant(grant, now)
                .withRateLimit(own, pausedUntil(access));
        programUse.of(kind, access).ifPresent(made::withPanel);
        return made;
    }

    /** Its settings, which can be changed. */
    public AccessSettings settings(
            AccessState state, SystemDefinition system, AccessOperations operations, Runnable afterRemoval) {
        return new AccessSettings(state, system, operations, clock, afterRemoval);
    }

    SystemDefinitions systems() {
        return systems;
    }

    private @Nullable Instant pausedUntil(SystemAccess access) {
        var credentials = access.credentials().id();
        return ledgers.pausedUntil(access.companyId(), List.of(credentials)).get(credentials);
    }
}
