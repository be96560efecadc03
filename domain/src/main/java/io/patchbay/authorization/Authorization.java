package io.patchbay.authorization;

import io.patchbay.access.AccessId;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.CompanyId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect by redirect. Holds only hashes of the words by which it is recognised, each of which works once.
 *
 * @param startedBy who may see what comes of it
 * @param credentials those that are to be granted something; others by now make the attempt void
 * @param key of the one-time address that forwards to the vendor
 * @param expiresAt afterwards nothing comes of it
 * @param departure null: nobody was forwarded yet
 * @param usedAt when somebody came back; null: nobody did
 * @param arrival what came of it; null: nothing, yet or at all
 */
public record Authorization(
        AuthorizationId id,
        CompanyId companyId,
        DraftOwner startedBy,
        Target target,
        CredentialsId credentials,
        WordHash key,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Departure departure,
        @Nullable Instant usedAt,
        @Nullable Arrival arrival) {

    /** How long one has to follow the one-time address, and then to decide on the vendor's page. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** How long it is remembered beyond its end, to say what became of it. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    /**
     * A browser was forwarded to the vendor.
     *
     * @param state of the word that the vendor sends back
     * @param binding of the word that the browser keeps
     * @param redirectAddress where the vendor sends people back to
     * @param verifier where the code's verifier is kept (RFC 7636) until somebody comes back
     */
    public record Departure(WordHash state, WordHash binding, URI redirectAddress, SecretId verifier) {}

    /**
     * The connection was made.
     *
     * @param account as whom; null: the vendor did not say
     * @param accountBefore as whom before; null: not connected before, or nobody said
     */
    public record Arrival(
            SetupKind kind,
            AccessId access,
            @Nullable String account,
            @Nullable String accountBefore) {

        /** Whether it is now somebody else's account. */
        public boolean isOtherAccount() {
            return account != null && accountBefore != null && !account.equals(accountBefore);
        }
    }

    static Authorization started(
            CompanyId company,
            DraftOwner startedBy,
            Target target,
            CredentialsId credentials,
            WordHash key,
            Instant now) {
        return new Authorization(
                AuthorizationId.next(),
                company,
                startedBy,
                target,
                credentials,
                key,
                now,
                now.plus(LIFETIME),
                null,
                null,
                null);
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
