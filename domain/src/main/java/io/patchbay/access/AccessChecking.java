package io.patchbay.access;

import io.patchbay.credential.Credentials;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.TokenHolder;
import io.patchbay.token.TokenSource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** Asks systems whether they let us in; what connectors, instances and drafts share of it. Holds no transaction. */
public final class AccessChecking {

    private final SystemDefinitions systems;
    private final RevealedCredentials revealed;
    private final Checks checks;
    private final AccessChecks results;
    private final AccessTokens tokens;
    private final Clock clock;

    public AccessChecking(
            SystemDefinitions systems,
            RevealedCredentials revealed,
            Checks checks,
            AccessChecks results,
            AccessTokens tokens,
            Clock clock) {
        this.systems = systems;
        this.revealed = revealed;
        this.checks = checks;
        this.results = results;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Checks and keeps the result. Empty where the system is no longer known or its method cannot be checked. */
    public Optional<SystemAccess> check(SystemAccess access) {
        return check(access, tokens::ofTrial).map(done -> access.checked(done.result()));
    }

    /** The same without a person who waits, so tokens that could not be renewed a moment ago are not tried again yet. */
    Optional<Done> checkUnasked(SystemAccess access) {
        return check(access, tokens::of);
    }

    /**
     * A check and what became of its result.
     *
     * @param kept false where the credentials were replaced meanwhile, something newer is known, or all of it is gone
     */
    record Done(Check result, boolean kept) {}

    private Optional<Done> check(SystemAccess access, Function<TokenHolder, TokenSource> tokensOf) {
        return systems.find(access.system())
                .flatMap(
                        system -> ask(access.companyId(), system, access.environment(), access.credentials(), tokensOf))
                .map(result -> new Done(result, results.record(access, result)));
    }

    /** Checks credentials without keeping the result. Empty where the method cannot be checked. */
    public Optional<Check> ask(
            CompanyId company, SystemDefinition system, Environment environment, Credentials credentials) {
        return ask(company, system, environment, credentials, tokens::ofTrial);
    }

    private Optional<Check> ask(
            CompanyId company,
            SystemDefinition system,
            Environment environment,
            Credentials credentials,
            Function<TokenHolder, TokenSource> tokensOf) {
        return system.method(credentials.method())
                .filter(checks::supports)
                .map(method ->
                        ask(system, new TokenHolder(company, system, environment, method, credentials), tokensOf));
    }

    private Check ask(SystemDefinition system, TokenHolder holder, Function<TokenHolder, TokenSource> tokensOf) {
        try {
            return checks.check(new Checks.Question(
                    system,
                    holder.environment(),
                    holder.method(),
                    revealed.of(holder.company(), system, holder.credentials()),
                    tokensOf.apply(holder)));
        } catch (UnreadableSecret lost) {
            var reason = CheckReason.KEY_MISSING;
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return new Check(
                    AccessStatus.NEEDS_RECONNECT, reason, system.hints().get(reason.name()), null, now);
        }
    }

    /** Whether a check can say anything about credentials of this method. */
    public boolean supports(AuthenticationMethod method) {
        return checks.supports(method);
    }

    /** That a method cannot be checked yet. */
    public static Refusal notAvailable() {
        return InvalidInput.overall(RefusalCode.CHECK_NOT_AVAILABLE, "check.not-available");
    }
}
