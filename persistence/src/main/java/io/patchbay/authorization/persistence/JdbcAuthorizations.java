package io.patchbay.authorization.persistence;

import io.patchbay.authorization.Authorization;
import io.patchbay.authorization.AuthorizationId;
import io.patchbay.authorization.Authorizations;
import io.patchbay.authorization.WordHash;
import io.patchbay.persistence.LastWord;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAuthorizations implements Authorizations {

    private static final String SELECT = "select " + AuthorizationRow.COLUMNS + " from authorization_attempt it where ";

    private final JdbcClient jdbc;

    JdbcAuthorizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Authorization authorization) {
        var owner = authorization.startedBy();
        var target = authorization.target();
        LastWord.heedOne(
                "authorization_attempt",
                () -> jdbc.sql("""
                        insert into authorization_attempt
                            (company_id, id, person_id, api_token_id, draft_id, connector_id, instance_id,
                             credentials_id, key_hash, started_at, expires_at)
                        values (:company, :id, :person, :token, :draft, :connector, :instance, :credentials, :key,
                            :started, :expires)
                        """)
                        .param("company", authorization.companyId().value())
                        .param("id", authorization.id().value())
                        .param("person", AuthorizationRow.person(owner))
                        .param("token", AuthorizationRow.token(owner))
                        .param("draft", AuthorizationRow.draft(target))
                        .param("connector", AuthorizationRow.connector(target))
                        .param("instance", AuthorizationRow.instance(target))
                        .param("credentials", authorization.credentials().value())
                        .param("key", authorization.key().hexadecimal())
                        .param("started", Moments.toColumn(authorization.startedAt()))
                        .param("expires", Moments.toColumn(authorization.expiresAt()))
                        .update());
    }

    @Override
    public Optional<Authorization> find(CompanyId company, AuthorizationId id) {
        return jdbc.sql(SELECT + "it.company_id = ? and it.id = ?")
                .params(company.value(), id.value())
                .query(AuthorizationRow::read)
                .optional();
    }

    @Override
    public Optional<Authorization> withKey(WordHash key) {
        return jdbc.sql(SELECT + "it.key_hash = ?")
                .param(key.hexadecimal())
                .query(AuthorizationRow::read)
                .optional();
    }

    @Override
    public Optional<Authorization> withState(WordHash state) {
        return jdbc.sql(SELECT + "it.state_hash = ?")
                .param(state.hexadecimal())
                .query(AuthorizationRow::read)
                .optional();
    }

    @Override
    public boolean depart(Authorization authorization, Authorization.Departure departure, Instant expiresAt) {
        return jdbc.sql("""
                        update authorization_attempt
                        set state_hash = ?, binding_hash = ?, redirect_address = ?, verifier_secret_id = ?,
                            expires_at = ?
                        where company_id = ? and id = ? and state_hash is null
                        """)
                        .params(
                                departure.state().hexadecimal(),
                                departure.binding().hexadecimal(),
                                departure.redirectAddress().toString(),
                                departure.verifier().value(),
                                Moments.toColumn(expiresAt),
                                authorization.companyId().value(),
                                authorization.id().value())
                        .update()
                == 1;
    }

    @Override
    public boolean use(Authorization authorization, Instant now) {
        return jdbc.sql("""
                        update authorization_attempt set used_at = ?
                        where company_id = ? and id = ? and used_at is null
                        """)
                        .params(
                                Moments.toColumn(now),
                                authorization.companyId().value(),
                                authorization.id().value())
                        .update()
                == 1;
    }

    @Override
    public void arrive(Authorization authorization, Authorization.Arrival arrival) {
        LastWord.heedOne(
                "authorization_attempt",
                () -> jdbc.sql("""
                        update authorization_attempt
                        set arrived_kind = :kind, arrived_id = :access, account = :account,
                            account_before = :before
                        where company_id = :company and id = :id and arrived_kind is null
                        """)
                        .param("kind", arrival.kind().name())
                        .param("access", arrival.access().value())
                        .param("account", arrival.account())
                        .param("before", arrival.accountBefore())
                        .param("company", authorization.companyId().value())
                        .param("id", authorization.id().value())
                        .update());
    }

    // Locked, and without those that another node has locked: both forget every hour, and each one only once.
    @Override
    public List<Authorization> endedBefore(Instant moment, int limit) {
        return jdbc.sql(SELECT + "it.expires_at < ? order by it.expires_at limit " + limit + " for update skip locked")
                .param(Moments.toColumn(moment))
                .query(AuthorizationRow::read)
                .list();
    }

    @Override
    public void remove(Authorization authorization) {
        jdbc.sql("delete from authorization_attempt where company_id = ? and id = ?")
                .params(authorization.companyId().value(), authorization.id().value())
                .update();
    }
}
