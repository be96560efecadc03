package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.shared.CompanyId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor granted for one set of credentials, and how it stands. Knows where the tokens are kept, never what they are.
 *
 * @param version moves forward with every set of tokens
 * @param tokens null: none were issued yet
 * @param lease who renews them now, or did when it was stopped; null: nobody
 * @param setback what went wrong last; null: nothing since the last tokens
 * @param usedAt when somebody last used it, give or take an hour
 */
public record TokenGrant(
        CompanyId companyId,
        CredentialsId credentials,
        long version,
        @Nullable Kept tokens,
        @Nullable Lease lease,
        @Nullable Setback setback,
        Instant usedAt) {

    /**
     * Tokens that are kept; what the parameters mean, {@link IssuedTokens} says.
     *
     * @param renewAt from when on the access token is better renewed; null: it does not end
     */
    public record Kept(
            SecretId accessToken,
            @Nullable SecretId refreshToken,
            @Nullable String account,
            List<String> scopes,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant refreshExpiresAt,
            @Nullable URI baseUrl,
            @Nullable Instant renewAt) {

        public Kept {
            scopes = List.copyOf(scopes);
        }

        /** What there is after an exchange: what the vendor did not say anew stays as it was. */
        static Kept after(
                @Nullable Kept before, IssuedTokens issued, SecretId accessToken, @Nullable SecretId refreshToken) {
            return new Kept(
                    accessToken,
                    refreshToken != null || before == null ? refreshToken : before.refreshToken(),
                    issued.account() != null || before == null ? issued.account() : before.account(),
                    issued.scopes().isEmpty() && before != null ? before.scopes() : issued.scopes(),
                    issued.issuedAt(),
                    issued.expiresAt(),
                    issued.refreshExpiresAt() != null || before == null
                            ? issued.refreshExpiresAt()
                            : before.refreshExpiresAt(),
                    issued.baseUrl() != null || before == null ? issued.baseUrl() : before.baseUrl(),
                    ExpiryMargin.renewAt(issued));
        }

        Stream<SecretId> secrets() {
            return Stream.concat(Stream.of(accessToken), Stream.ofNullable(refreshToken));
        }
    }

    /**
     * The right to renew, for one holder and a limited time.
     *
     * @param owner of this one attempt, not of a node
     * @param ended whether its time is over, by the database's clock
     * @param sent whether the request to the vendor may have left
     */
    public record Lease(UUID owner, boolean ended, boolean sent) {}

    /**
     * Attempts that came to nothing.
     *
     * @param attempts how many since the last tokens, at least 1
     * @param retryAt not before then again
     */
    public record Setback(TokenTrouble trouble, int attempts, Instant retryAt) {}

    /** How it stands at a moment. */
    public TokenState state(Instant now) {
        if (lease != null && !lease.ended()) {
            return TokenState.REFRESHING;
        }
        if (setback != null) {
            return setback.trouble().kind() == TokenTrouble.Kind.RECONNECT
                    ? TokenState.NEEDS_RECONNECT
                    : TokenState.BACKOFF;
        }
        return isFresh(now) ? TokenState.VALID : TokenState.EXPIRING;
    }

    /** Whether there is an access token that need not be renewed yet. */
    public boolean isFresh(Instant now) {
        return tokens != null && (tokens.renewAt() == null || now.isBefore(tokens.renewAt()));
    }

    /** Whether there is an access token that has not ended. */
    public boolean isUsable(Instant now) {
        return tokens != null && (tokens.expiresAt() == null || now.isBefore(tokens.expiresAt()));
    }

    /** Whether somebody renews it now. */
    boolean isLeased() {
        return lease != null && !lease.ended();
    }

    /** Whether somebody who renewed it was stopped, or gave up, after the request may have left. */
    boolean mayHaveLostAnswer() {
        return lease != null && lease.sent();
    }

    /** Whether the access token is to be renewed though nobody asks yet. */
    boolean isDueAhead(Instant now) {
        if (tokens == null) {
            return false;
        }
        var upkeep = Upkeep.of(tokens);
        return isPast(upkeep.aheadAt(), now) || isPast(upkeep.keepAliveAt(), now);
    }

    private static boolean isPast(@Nullable Instant moment, Instant now) {
        return moment != null && !now.isBefore(moment);
    }

    /** Every secret that is pointed to. */
    public List<SecretId> secrets() {
        return tokens == null ? List.of() : tokens.secrets().toList();
    }
}
