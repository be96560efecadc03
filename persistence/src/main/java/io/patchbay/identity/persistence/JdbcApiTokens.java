package io.patchbay.identity.persistence;

import static io.patchbay.persistence.Moments.toColumn;
import static io.patchbay.persistence.Moments.toNullableColumn;

import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.ApiTokenSearch;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.TokenHash;
import io.patchbay.persistence.Filter;
import io.patchbay.persistence.LastWord;
import io.patchbay.persistence.Listing;
import io.patchbay.persistence.SortKey;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class JdbcApiTokens implements ApiTokens {

    private final JdbcClient jdbc;
    private final Listing<ApiToken> list;
    private final RecentTokens recent = new RecentTokens();

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.list = Listing.of(jdbc, ApiTokenRow.COLUMNS, "api_token", ApiTokenRow::read)
                .by(SortKey.BY_NAME);
    }

    @Override
    public Optional<ApiToken> find(CompanyId company, ApiTokenId id) {
        return list.one(Filter.of(company.value()).equal("it.id", id.value()));
    }

    @Override
    public Optional<ApiToken> withHash(TokenHash hash) {
        return recent.find(hash, this::stored);
    }

    private Optional<ApiToken> stored(TokenHash hash) {
        return jdbc.sql("select " + ApiTokenRow.COLUMNS + " from api_token it where it.token_hash = ?")
                .param(hash.hexadecimal())
                .query(ApiTokenRow::read)
                .optional();
    }

    @Override
    public List<ApiToken> findAll(CompanyId company, Collection<ApiTokenId> ids) {
        var uuids = ids.stream().map(ApiTokenId::value).toList();
        return list.find(Filter.of(company.value()).in("it.id", uuids), "it.id", Page.Request.MAX_SIZE);
    }

    @Override
    public Page<ApiToken> page(CompanyId company, ApiTokenSearch search, Instant now, Page.Request request) {
        return list.page(matching(company, search, now), request);
    }

    @Override
    public Count count(CompanyId company, ApiTokenSearch search, Instant now) {
        return list.count(matching(company, search, now));
    }

    private static Filter matching(CompanyId company, ApiTokenSearch search, Instant now) {
        var filter = Filter.of(company.value()).contains("it.name", search.text());
        return search.states().isEmpty()
                ? filter
                : filter.where(ApiTokenRow.STATE + " in (" + Filter.quoted(search.states()) + ")", toColumn(now));
    }

    @Override
    public ApiToken add(ApiToken token, TokenHash hash) {
        LastWord.heedOne(
                "api_token",
                () -> jdbc.sql("""
                        insert into api_token
                            (id, company_id, name, token_hash, created_at, expires_at, last_used_at, revoked_at)
                        values (:id, :company, :name, :hash, :created, :expires, :used, :revoked)
                        """)
                        .param("id", token.id().value())
                        .param("company", token.companyId().value())
                        .param("name", token.name().value())
                        .param("hash", hash.hexadecimal())
                        .param("created", toColumn(token.createdAt()))
                        .param("expires", toNullableColumn(token.expiresAt()))
                        .param("used", toNullableColumn(token.lastUsedAt()))
                        .param("revoked", toNullableColumn(token.revokedAt()))
                        .update());
        return token;
    }

    @Override
    public void revoke(CompanyId company, ApiTokenId id, Instant now) {
        jdbc.sql("update api_token set revoked_at = ? where company_id = ? and id = ? and revoked_at is null")
                .params(toColumn(now), company.value(), id.value())
                .update();
        forgetNowAndWhenThisIsTrueForAll(id);
    }

    /** Until the transaction ends, others still find the token as it was, and would keep it for another second. */
    private void forgetNowAndWhenThisIsTrueForAll(ApiTokenId id) {
        recent.forget(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    recent.forget(id);
                }
            });
        }
    }

    @Override
    public void used(ApiTokenId id, Instant now) {
        jdbc.sql("""
                update api_token set last_used_at = :now
                where id = :id and (last_used_at is null or last_used_at < :now)
                """).param("now", toColumn(now)).param("id", id.value()).update();
        recent.forget(id);
    }
}
