package io.patchbay.token;

import io.patchbay.credential.Credentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;

/**
 * Whose tokens they are: a set of credentials, and the system that it is for.
 *
 * @param method the one that the credentials are for
 */
public record TokenHolder(
        CompanyId company,
        SystemDefinition system,
        Environment environment,
        AuthenticationMethod method,
        Credentials credentials) {

    /** Whether tokens can be had without a person, or without one any more. */
    boolean canRenew(TokenGrant grant) {
        return isIssuedUnasked() || isConsentWithRefreshToken(grant);
    }

    /** Whether the credentials alone are enough for the first tokens. */
    boolean isIssuedUnasked() {
        return switch (method.type()) {
            case OAUTH2_CLIENT_CREDENTIALS, OAUTH2_JWT_BEARER, OAUTH2_REFRESH_TOKEN, TOKEN_LOGIN -> true;
            default -> false;
        };
    }

    /** Whether an exchange presents something that the vendor may take only once. */
    boolean presentsGrant(TokenGrant grant) {
        return method.type() == AuthenticationType.OAUTH2_REFRESH_TOKEN || isConsentWithRefreshToken(grant);
    }

    private boolean isConsentWithRefreshToken(TokenGrant grant) {
        return method.type() == AuthenticationType.OAUTH2_AUTHORIZATION_CODE
                && grant.tokens() != null
                && grant.tokens().refreshToken() != null;
    }

    /** Whether to renew before anybody asks. Not a login: many vendors count sessions. */
    boolean isRenewedAhead() {
        return switch (method.type()) {
            case TOKEN_LOGIN -> false;
            default -> true;
        };
    }
}
