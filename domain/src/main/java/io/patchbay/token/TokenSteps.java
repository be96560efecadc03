package io.patchbay.token;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.SecretStore;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of a renewal that are written down, each in a transaction of its own: nothing is held while a vendor is asked. */
@UseCase
public class TokenSteps {

    private static final Duration OF_LATE = Duration.ofDays(7);

    private final TokenGrants grants;
    private final SecretStore secrets;
    private final TokenWatch watch;
    private final Clock clock;

    public TokenSteps(TokenGrants grants, SecretStore secrets, TokenWatch watch, Clock clock) {
        this.grants = grants;
        this.secrets = secrets;
        this.watch = watch;
        this.clock = clock;
    }

    /** The holder's grant; an empty one where there was none. */
    public TokenGrant begin(TokenHolder holder) {
        return grants.begin(holder.company(), holder.credentials().id());
    }

    /** Takes the lease; empty where somebody else was faster. */
    public Optional<TokenGrant> lease(TokenGrant grant, Duration time) {
        return grants.lease(grant, UUID.randomUUID(), time);
    }

    /** Says that the request leaves now; false where the lease was lost. */
    public boolean send(TokenGrant leased, Duration time) {
        return grants.markSent(leased, time);
    }

    /** Keeps new tokens in place of the old ones; empty where somebody else did so first, or the grant is gone. */
    public Optional<TokenGrant> keep(TokenGrant before, IssuedTokens issued, boolean ahead) {
        var kept = kept(before, issued);
        var upkeep = ahead ? Upkeep.of(kept) : Upkeep.NONE;
        if (!grants.keep(before, kept, upkeep.renewed(before.tokens(), kept))) {
            secrets.forget(before.companyId(), newSecrets(before, kept));
            return Optional.empty();
        }
        secrets.forget(before.companyId(), replaced(before, kept));
        var after = new TokenGrant(
                before.companyId(), before.credentials(), before.version() + 1, kept, null, null, before.usedAt());
        watch.renewed(after, now());
        return Optional.of(after);
    }

    /** Notes that the attempt came to nothing; false where the lease was lost. */
    public boolean setBack(TokenGrant leased, TokenTrouble trouble, @Nullable Duration retryAfter, boolean lost) {
        var attempts = leased.setback() == null ? 1 : leased.setback().attempts() + 1;
        var setback = new TokenGrant.Setback(trouble, attempts, RenewalPace.retryAt(now(), attempts, retryAfter));
        return grants.setBack(leased, setback, lost);
    }

    /** Notes that only a person can get new tokens; false where the lease was lost. */
    public boolean needsReconnect(TokenGrant leased, TokenTrouble why) {
        var attempts = leased.setback() == null ? 1 : leased.setback().attempts() + 1;
        if (!grants.setBack(leased, new TokenGrant.Setback(why, attempts, now()), false)) {
            return false;
        }
        watch.needsReconnect(leased, why, now());
        return true;
    }

    /** Gives the lease back; a grant that never was one is gone then. */
    public void release(TokenGrant leased, boolean lost) {
        grants.release(leased, lost);
    }

    /** Notes that somebody used the access token just now. */
    public void use(TokenGrant grant) {
        grants.markUsed(grant, now());
    }

    /** Grants that are due though nobody asks; nobody else is given them for a while. */
    public List<TokenGrants.Key> claimDue(int limit) {
        var now = now();
        return grants.claimDue(now, now.minus(OF_LATE), limit);
    }

    private TokenGrant.Kept kept(TokenGrant before, IssuedTokens issued) {
        var company = before.companyId();
        return TokenGrant.Kept.after(
                before.tokens(), issued, secrets.keep(company, issued.accessToken()), refreshToken(company, issued));
    }

    private @Nullable SecretId refreshToken(CompanyId company, IssuedTokens issued) {
        var token = issued.refreshToken();
        return token == null ? null : secrets.keep(company, token);
    }

    private static List<SecretId> newSecrets(TokenGrant before, TokenGrant.Kept kept) {
        return kept.secrets()
                .filter(secret -> !before.secrets().contains(secret))
                .toList();
    }

    private static List<SecretId> replaced(TokenGrant before, TokenGrant.Kept kept) {
        var current = kept.secrets().toList();
        return before.secrets().stream()
                .filter(secret -> !current.contains(secret))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
