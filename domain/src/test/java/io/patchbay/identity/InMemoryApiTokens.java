package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** API tokens in memory. */
public class InMemoryApiTokens implements ApiTokens {

    private final Map<ApiTokenId, ApiToken> saved = new HashMap<>();
    private final Map<TokenHash, ApiTokenId> hashes = new HashMap<>();

    @Override
    public Optional<ApiToken> find(CompanyId company, ApiTokenId id) {
        return Optional.ofNullable(saved.get(id))
                .filter(token -> token.companyId().equals(company));
    }

    @Override
    public Optional<ApiToken> withHash(TokenHash hash) {
        return Optional.ofNullable(hashes.get(hash)).map(saved::get);
    }

    @Override
    public List<ApiToken> findAll(CompanyId company, Collection<ApiTokenId> ids) {
        return ids.stream().flatMap(id -> find(company, id).stream()).toList();
    }

    @Override
    public Page<ApiToken> page(CompanyId company, ApiTokenSearch search, Instant now, Page.Request request) {
        return InMemoryPages.page(matching(company, search, now), ApiToken::place, request);
    }

    @Override
    public Count count(CompanyId company, ApiTokenSearch search, Instant now) {
        return Count.of(matching(company, search, now).size());
    }

    @Override
    public ApiToken add(ApiToken token, TokenHash hash) {
        saved.put(token.id(), token);
        hashes.put(hash, token.id());
        return token;
    }

    @Override
    public void revoke(CompanyId company, ApiTokenId id, Instant now) {
        find(company, id)
                .filter(token -> token.revokedAt() == null)
                .ifPresent(token -> saved.put(
                        id,
                        new ApiToken(
                                id,
                                company,
                                token.name(),
                                token.createdAt(),
                                token.expiresAt(),
                                token.lastUsedAt(),
                                now)));
    }

    @Override
    public void used(ApiTokenId id, Instant now) {
        saved.computeIfPresent(
                id,
                (same, token) -> new ApiToken(
                        id,
                        token.companyId(),
                        token.name(),
                        token.createdAt(),
                        token.expiresAt(),
                        now,
                        token.revokedAt()));
    }

    private List<ApiToken> matching(CompanyId company, ApiTokenSearch search, Instant now) {
        return of(company).stream()
                .filter(token -> search.states().isEmpty() || search.states().contains(token.stateAt(now)))
                .filter(token -> search.text() == null
                        || token.name()
                                .value()
                                .toLowerCase(Locale.ROOT)
                                .contains(search.text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<ApiToken> of(CompanyId company) {
        return saved.values().stream()
                .filter(token -> token.companyId().equals(company))
                .toList();
    }
}
