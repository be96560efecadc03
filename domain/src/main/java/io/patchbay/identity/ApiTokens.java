package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The API tokens of companies. */
public interface ApiTokens {

    Optional<ApiToken> find(CompanyId company, ApiTokenId id);

    /** The token of this hash, as it was at most a second ago. */
    Optional<ApiToken> withHash(TokenHash hash);

    /** Those of these tokens that the company has, in no particular order and in one statement. */
    List<ApiToken> findAll(CompanyId company, Collection<ApiTokenId> ids);

    /** By birth or name; {@code now} tells which have expired. */
    Page<ApiToken> page(CompanyId company, ApiTokenSearch search, Instant now, Page.Request request);

    Count count(CompanyId company, ApiTokenSearch search, Instant now);

    /** Newest first, revoked and expired ones included. */
    default Page<ApiToken> page(CompanyId company, Page.Request request) {
        return page(company, ApiTokenSearch.ANY, Instant.EPOCH, request);
    }

    ApiToken add(ApiToken token, TokenHash hash);

    /** Does nothing where it is revoked already. */
    void revoke(CompanyId company, ApiTokenId id, Instant now);

    /** Notes a use; does nothing where a later one is noted. */
    void used(ApiTokenId id, Instant now);
}
