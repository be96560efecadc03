package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Optional;

/** The API tokens of companies. */
public interface ApiTokens {

    Optional<ApiToken> find(CompanyId company, ApiTokenId id);

    Optional<ApiToken> withHash(TokenHash hash);

    /** Newest first, revoked and expired ones included. */
    Page<ApiToken> page(CompanyId company, Page.Request request);

    Count count(CompanyId company);

    ApiToken add(ApiToken token, TokenHash hash);

    /** Does nothing where it is revoked already. */
    void revoke(CompanyId company, ApiTokenId id, Instant now);

    /** Notes a use; does nothing where a later one is noted. */
    void used(ApiTokenId id, Instant now);
}
