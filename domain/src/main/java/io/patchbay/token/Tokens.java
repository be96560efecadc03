package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretStore;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tokens of sets of credentials, as they come and go. */
@UseCase
public class Tokens {

    private final TokenGrants grants;
    private final SecretStore secrets;
    private final TokenWatch watch;
    private final Clock clock;

    public Tokens(TokenGrants grants, SecretStore secrets, TokenWatch watch, Clock clock) {
        this.grants = grants;
        this.secrets = secrets;
        this.watch = watch;
        this.clock = clock;
    }

    /** What is granted for these credentials; empty where nothing ever was. */
    public Optional<TokenGrant> find(CompanyId company, CredentialsId credentials) {
        return grants.find(company, credentials);
    }

    /** What is granted for several sets of credentials, as far as anything is. */
    public List<TokenGrant> findAll(CompanyId company, Collection<CredentialsId> credentials) {
        return grants.findAll(company, credentials);
    }

    /**
     * Keeps the tokens that a person has just granted, in place of all that there were, if any.
     *
     * @throws Contended where other tokens were kept at the same moment
     */
    public void keepFirst(CompanyId company, CredentialsId credentials, IssuedTokens issued) {
        var before = grants.begin(company, credentials);
        var refreshToken = issued.refreshToken();
        var kept = TokenGrant.Kept.after(
                null,
                issued,
                secrets.keep(company, issued.accessToken()),
                refreshToken == null ? null : secrets.keep(company, refreshToken));
        var upkeep = refreshToken == null ? Upkeep.NONE : Upkeep.of(kept);
        if (!grants.keep(before, kept, upkeep.granted(kept))) {
            throw new Contended("token_grant", new IllegalStateException("Another version"));
        }
        secrets.forget(company, before.secrets());
        watch.renewed(before, clock.instant());
    }

    /** Destroys the tokens of credentials that are no more; where there are none, nothing happens. */
    public void forget(CompanyId company, CredentialsId credentials) {
        grants.find(company, credentials).ifPresent(grant -> {
            grants.remove(company, credentials);
            secrets.forget(company, grant.secrets());
        });
    }
}
