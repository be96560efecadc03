package io.patchbay.access;

import io.patchbay.credential.Credentials;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.limit.Limited;
import io.patchbay.limit.Priority;
import io.patchbay.limit.RateLimits;
import io.patchbay.limit.Turn;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
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
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Asks systems whether they let us in; what connectors, instances and drafts share of it. Holds no transaction. */
public final class AccessChecking {

    /** A person who waits for an answer waits so long for its turn. */
    private static final Duration LONGEST_OF_A_PERSON = Duration.ofSeconds(3);

    /** What nobody waits for is put off instead. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final SystemDefinitions systems;
    private final RevealedCredentials revealed;
    private final Checks checks;
    private final AccessChecks results;
    private final AccessTokens tokens;
    private final RateLimits limits;
    private final Clock clock;

    public AccessChecking(
            SystemDefinitions systems,
            RevealedCredentials revealed,
            Checks checks,
            AccessChecks results,
            AccessTokens tokens,
            RateLimits limits,
            Clock clock) {
        this.systems = systems;
        this.revealed = revealed;
        this.checks = checks;
        this.results = results;
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
    }

    /** Checks and keeps the result, for a person who waits. */
    public Outcome<SystemAccess> check(SystemAccess access) {
        return outcome(check(access, tokens::ofTrial, Priority.TEST))
                .map(answered -> access.checked(answered.result()));
    }

    /** The same without a person who waits, so tokens that could not be renewed a moment ago are not tried again yet. */
    Asked checkUnasked(SystemAccess access) {
        return check(access, tokens::of, Priority.CHECK);
    }

    /** What came of wanting to ask a system. */
    sealed interface Asked {

        /**
         * It was asked.
         *
         * @param kept false where the credentials were replaced meanwhile, something newer is known, or all of it is gone
         */
        record Answered(Check result, boolean kept) implements Asked {}

        /** It was not, because its limit is used up or it asked for patience. */
        record NotNow(Turn.Refused refused) implements Asked {}

        /** The system is no longer known, or its method cannot be checked. */
        record NotAvailable() implements Asked {}
    }

    private Asked check(SystemAccess access, Function<TokenHolder, TokenSource> tokensOf, Priority priority) {
        var asked = systems.find(access.system())
                .map(system ->
                        ask(access.companyId(), system, access.environment(), access.credentials(), tokensOf, priority))
                .orElseGet(Asked.NotAvailable::new);
        return asked instanceof Asked.Answered(var result, var unkept)
                ? new Asked.Answered(result, results.record(access, result))
                : asked;
    }

    /** Checks credentials without keeping the result, for a person who waits. */
    public Outcome<Check> ask(
            CompanyId company, SystemDefinition system, Environment environment, Credentials credentials) {
        return outcome(ask(company, system, environment, credentials, tokens::ofTrial, Priority.TEST))
                .map(Asked.Answered::result);
    }

    private Asked ask(
            CompanyId company,
            SystemDefinition system,
            Environment environment,
            Credentials credentials,
            Function<TokenHolder, TokenSource> tokensOf,
            Priority priority) {
        var method = system.method(credentials.method()).filter(checks::supports);
        if (method.isEmpty()) {
            return new Asked.NotAvailable();
        }
        var limited = limits.of(company, system, credentials);
        return switch (limited.acquire(priority, priority == Priority.TEST ? LONGEST_OF_A_PERSON : LONGEST)) {
            case Turn.Granted granted -> {
                var holder = new TokenHolder(company, system, environment, method.get(), credentials);
                yield new Asked.Answered(ask(system, holder, tokensOf, limited), false);
            }
            case Turn.Refused refused -> new Asked.NotNow(refused);
        };
    }

    private Check ask(
            SystemDefinition system, TokenHolder holder, Function<TokenHolder, TokenSource> tokensOf, Limited limited) {
        try {
            var values = revealed.of(holder.company(), system, holder.credentials());
            return checks.check(new Checks.Question(system, holder.environment(), holder.method(), values)
                    .with(tokensOf.apply(holder))
                    .with(limited));
        } catch (UnreadableSecret lost) {
            var reason = CheckReason.KEY_MISSING;
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return new Check(
                    AccessStatus.NEEDS_RECONNECT, reason, system.hints().get(reason.name()), null, now);
        }
    }

    private static Outcome<Asked.Answered> outcome(Asked asked) {
        return switch (asked) {
            case Asked.Answered answered -> Outcome.done(answered);
            case Asked.NotNow(var refused) -> Outcome.refused(notNow(refused));
            case Asked.NotAvailable none -> Outcome.refused(notAvailable());
        };
    }

    /** Whether a check can say anything about credentials of this method. */
    public boolean supports(AuthenticationMethod method) {
        return checks.supports(method);
    }

    /** That a method cannot be checked yet. */
    private static Refusal notAvailable() {
        return InvalidInput.overall(RefusalCode.CHECK_NOT_AVAILABLE, "check.not-available");
    }

    /** That the system is not to be asked now. */
    private static Refusal notNow(Turn.Refused refused) {
        return InvalidInput.overall(
                RefusalCode.RATE_LIMITED,
                refused.vendorAsked() ? "rate-limit.vendor-asked" : "rate-limit.used-up",
                refused.seconds());
    }
}
