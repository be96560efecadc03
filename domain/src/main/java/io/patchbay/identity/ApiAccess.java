package io.patchbay.identity;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.shared.UseCase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * API tokens: making, recognising and revoking them. Each changes one row, and every request comes by to be recognised, mostly
 * without a question to the database; so none begins a transaction.
 */
@UseCase(inTransaction = false)
public class ApiAccess {

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final CurrentViewer currentViewer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ApiAccess(ApiTokens tokens, CurrentViewer currentViewer, Clock clock) {
        this.tokens = tokens;
        this.currentViewer = currentViewer;
        this.clock = clock;
    }

    /** A new token, and the only sight of its secret. */
    public record Issued(ApiToken token, Secret secret) {}

    /** Makes a token for the viewer's company; {@code expiresAt} null: it never expires. */
    public Outcome<Issued> create(@Nullable String name, @Nullable Instant expiresAt) {
        var now = now();
        var problems = new Problems();
        var parsed = problems.check(Name.parse(name, "name"));
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            problems.add(InvalidInput.of(RefusalCode.INVALID_EXPIRY, "expiresAt", "expiry.past"));
        }
        return problems.or(() -> issue(Objects.requireNonNull(parsed), expiresAt, now));
    }

    /** Revokes a token of the viewer's company; revoking twice is no mistake. */
    public Outcome<ApiToken> revoke(ApiTokenId id) {
        var company = currentViewer.viewer().companyId();
        tokens.revoke(company, id, now());
        return tokens.find(company, id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.api-token")));
    }

    /** The token that this secret belongs to, if it opens anything now. Notes the use, at most once a minute. */
    public Optional<ApiToken> authenticate(Secret secret) {
        var now = now();
        var found = tokens.withHash(TokenHash.of(secret)).filter(token -> token.opensAt(now));
        found.filter(token -> usedLongAgo(token, now)).ifPresent(token -> tokens.used(token.id(), now));
        return found;
    }

    /** Whether a token that was recognised before opens anything still: it may have been revoked since. */
    public boolean stillOpens(ApiToken token) {
        return tokens.find(token.companyId(), token.id())
                .filter(known -> known.opensAt(now()))
                .isPresent();
    }

    private Issued issue(Name name, @Nullable Instant expiresAt, Instant now) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = new Secret("pb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        var company = currentViewer.viewer().companyId();
        var token = new ApiToken(
                ApiTokenId.next(),
                company,
                name,
                now,
                expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS),
                null,
                null);
        return new Issued(tokens.add(token, TokenHash.of(secret)), secret);
    }

    private static boolean usedLongAgo(ApiToken token, Instant now) {
        return token.lastUsedAt() == null
                || token.lastUsedAt().plus(USE_IS_NOTED_EVERY).isBefore(now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
