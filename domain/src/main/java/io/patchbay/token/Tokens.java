package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.credential.SecretStore;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.UseCase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of sets of credentials, as they come and go. */
@UseCase
public class Tokens {

    private final TokenGrants grants;
    private final SecretStore secrets;

    public Tokens(TokenGrants grants, SecretStore secrets) {
        this.grants = grants;
        this.secrets = secrets;
    }

    /** What is granted for these credentials; empty where nothing ever was. */
    public Optional<TokenGrant> find(CompanyId company, CredentialsId credentials) {
        return grants.find(company, credentials);
    }

    /**
     * Keeps the tokens that a person has just granted, in place of all that there were, if any.
     *
     * @throws Contended where other tokens were kept at the same moment
     */
    public void keepFirst(CompanyId company, CredentialsId credentials, IssuedTokens issued) {
        var before = grants.begin(company, credentials);
        if (!grants.keep(before, keep(company, issued))) {
            throw new Contended("token_grant", new IllegalStateException("Another version"));
        }
        secrets.forget(company, before.secrets());
    }

    /** Destroys the tokens of credentials that are no more; where there are none, nothing happens. */
    public void forget(CompanyId company, CredentialsId credentials) {
        grants.find(company, credentials).ifPresent(grant -> {
            grants.remove(company, credentials);
            secrets.forget(company, grant.secrets());
        });
    }

    private TokenGrant.Kept keep(CompanyId company, IssuedTokens issued) {
        return new TokenGrant.Kept(
                secrets.keep(company, issued.accessToken()),
                refreshToken(company, issued),
                issued.account(),
                issued.scopes(),
                issued.issuedAt(),
                issued.expiresAt(),
                issued.refreshExpiresAt(),
                issued.baseUrl(),
                ExpiryMargin.renewAt(issued));
    }

    private @Nullable SecretId refreshToken(CompanyId company, IssuedTokens issued) {
        var token = issued.refreshToken();
        return token == null ? null : secrets.keep(company, token);
    }
}
