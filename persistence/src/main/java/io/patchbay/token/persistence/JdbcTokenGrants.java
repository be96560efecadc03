package io.patchbay.token.persistence;

import io.patchbay.credential.CredentialsId;
import io.patchbay.persistence.Filter;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenGrants;
import io.patchbay.token.TokenTrouble;
import io.patchbay.token.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTokenGrants implements TokenGrants {

    private static final String PASSING = Filter.quoted(Arrays.stream(TokenTrouble.values())
            .filter(trouble -> trouble.kind() == TokenTrouble.Kind.PASSING)
            .toList());

    private final JdbcClient jdbc;

    JdbcTokenGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<TokenGrant> find(CompanyId company, CredentialsId credentials) {
        return jdbc.sql("select " + TokenGrantRow.COLUMNS
                        + " from token_grant it where it.company_id = ? and it.credentials_id = ?")
                .params(company.value(), credentials.value())
                .query(TokenGrantRow::read)
                .optional();
    }

    @Override
    public List<TokenGrant> findAll(CompanyId company, Collection<CredentialsId> credentials) {
        if (credentials.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + TokenGrantRow.COLUMNS
                        + " from token_grant it where it.company_id = ? and it.credentials_id = any(?)")
                .params(
                        company.value(),
                        credentials.stream().map(CredentialsId::value).toArray(UUID[]::new))
                .query(TokenGrantRow::read)
                .list();
    }

    @Override
    public TokenGrant begin(CompanyId company, CredentialsId credentials) {
        jdbc.sql("""
                insert into token_grant (company_id, credentials_id, version, scopes, attempts) values (?, ?, 0, '{}', 0)
                on conflict do nothing
                """).params(company.value(), credentials.value()).update();
        return find(company, credentials).orElseThrow();
    }

    @Override
    public Optional<TokenGrant> lease(TokenGrant grant, UUID owner, Duration time) {
        return jdbc.sql("""
                update token_grant it
                set lease_owner = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond', claimed_until = null
                where company_id = ? and credentials_id = ? and version = ?
                    and (lease_until is null or lease_until <= clock_timestamp())
                returning\s""" + TokenGrantRow.COLUMNS)
                .params(
                        owner,
                        time.toMillis(),
                        grant.companyId().value(),
                        grant.credentials().value(),
                        grant.version())
                .query(TokenGrantRow::read)
                .optional();
    }

    @Override
    public boolean markSent(TokenGrant leased, Duration time) {
        return changeLeased(
                leased,
                "lease_until = clock_timestamp() + ? * interval '1 millisecond', sent_at = clock_timestamp()",
                time.toMillis());
    }

    @Override
    public boolean keep(TokenGrant grant, TokenGrant.Kept tokens, Upkeep upkeep) {
        var columns = TokenGrantRow.columns(tokens, upkeep);
        var assignments = columns.keySet().stream().map(it -> it + " = ?").collect(Collectors.joining(", "));
        var parameters = new ArrayList<@Nullable Object>(columns.values());
        parameters.addAll(List.of(grant.companyId().value(), grant.credentials().value(), grant.version()));
        return jdbc.sql("update token_grant set " + assignments + """
                , version = version + 1, lease_owner = null, lease_until = null, sent_at = null, claimed_until = null,
                    trouble = null, attempts = 0, retry_at = null
                where company_id = ? and credentials_id = ? and version = ?
                """)
                        .params(parameters)
                        .update()
                == 1;
    }

    @Override
    public boolean setBack(TokenGrant leased, TokenGrant.Setback setback, boolean lost) {
        return changeLeased(
                leased,
                "trouble = ?, attempts = ?, retry_at = ?, " + ended(lost),
                setback.trouble().name(),
                setback.attempts(),
                Moments.toColumn(setback.retryAt()));
    }

    @Override
    public void release(TokenGrant leased, boolean lost) {
        if (leased.version() == 0 && !lost) {
            jdbc.sql(
                            "delete from token_grant where company_id = ? and credentials_id = ? and version = 0 and lease_owner = ?")
                    .params(leased.companyId().value(), leased.credentials().value(), owner(leased))
                    .update();
        } else {
            changeLeased(leased, ended(lost));
        }
    }

    @Override
    public void markUsed(TokenGrant grant, Instant now) {
        jdbc.sql("update token_grant set used_at = ? where company_id = ? and credentials_id = ?")
                .params(
                        Moments.toColumn(now),
                        grant.companyId().value(),
                        grant.credentials().value())
                .update();
    }

    // Locked, and without those that another node has locked: each node takes a part of what is due.
    @Override
    public List<Key> claimDue(Instant now, Instant usedAfter, int limit) {
        return jdbc.sql("""
                with due as (
                    select company_id, credentials_id from token_grant
                    where ((ahead_at <= ? and used_at > ?) or keep_alive_at <= ?)
                        and (trouble is null or (trouble in (%s) and retry_at <= ?))
                        and (lease_until is null or lease_until <= clock_timestamp())
                        and (claimed_until is null or claimed_until <= clock_timestamp())
                    limit %d
                    for update skip locked)
                update token_grant it set claimed_until = clock_timestamp() + interval '2 minutes'
                from due where it.company_id = due.company_id and it.credentials_id = due.credentials_id
                returning it.company_id, it.credentials_id
                """.formatted(PASSING, limit))
                .params(
                        Moments.toColumn(now),
                        Moments.toColumn(usedAfter),
                        Moments.toColumn(now),
                        Moments.toColumn(now))
                .query((row, number) -> new Key(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        new CredentialsId(row.getObject("credentials_id", UUID.class))))
                .list();
    }

    private boolean changeLeased(TokenGrant leased, String assignments, Object... values) {
        var parameters = new ArrayList<Object>(List.of(values));
        parameters.addAll(
                List.of(leased.companyId().value(), leased.credentials().value(), leased.version(), owner(leased)));
        return jdbc.sql("update token_grant set " + assignments
                                + " where company_id = ? and credentials_id = ? and version = ? and lease_owner = ?")
                        .params(parameters)
                        .update()
                == 1;
    }

    /** A lease that ended while an answer may be lost stays, with the mark that says so. */
    private static String ended(boolean lost) {
        return lost ? "lease_until = clock_timestamp()" : "lease_owner = null, lease_until = null, sent_at = null";
    }

    private static UUID owner(TokenGrant leased) {
        return Objects.requireNonNull(leased.lease(), "Not leased").owner();
    }

    @Override
    public void remove(CompanyId company, CredentialsId credentials) {
        jdbc.sql("delete from token_grant where company_id = ? and credentials_id = ?")
                .params(company.value(), credentials.value())
                .update();
    }
}
