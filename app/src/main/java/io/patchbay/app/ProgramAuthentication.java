package io.patchbay.app;

import io.patchbay.identity.ApiToken;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A program that showed a good API token. */
final class ProgramAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient ApiToken token;

    ProgramAuthentication(ApiToken token) {
        super(AuthorityUtils.createAuthorityList("ROLE_PROGRAM"));
        this.token = token;
        setAuthenticated(true);
    }

    ApiToken token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return token.id();
    }
}
