package io.patchbay.limit.persistence;

import io.patchbay.credential.CredentialsId;
import io.patchbay.limit.Ledger;
import io.patchbay.limit.Ledgers;
import io.patchbay.limit.LimitKey;
import io.patchbay.persistence.LastWord;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLedgers implements Ledgers {

    private static final String INSERT = "insert into rate_limit (" + LedgerRow.COLUMNS
            + ", idle_at, company_id, credentials_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = """
            update rate_limit set uses = ?, paused_until = ?, remaining = ?, remaining_until = ?, remaining_as_of = ?,
                urgent_until = ?, idle_at = ?
            where company_id = ? and credentials_id = ?
            """;

    private final JdbcClient jdbc;

    JdbcLedgers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // The clock is asked once the row is ours. Nobody waits for the disk: what a crash of the database forgets is the
    // last
    // half second of counting.
    @Override
    public Locked lock(LimitKey key) {
        return jdbc.sql("select clock_timestamp() as now, set_config('synchronous_commit', 'off', true), it.*"
                        + " from (values (1)) one left join (select true as known, " + LedgerRow.COLUMNS
                        + " from rate_limit where company_id = ? and credentials_id = ? for update) it on true")
                .params(key.company().value(), key.credentials().value())
                .query((row, number) -> {
                    var known = row.getBoolean("known");
                    return new Locked(key, known ? LedgerRow.read(row) : Ledger.EMPTY, Moments.read(row, "now"), known);
                })
                .single();
    }

    @Override
    public void keep(Locked before, Ledger after, Instant idleAt) {
        var parameters = new ArrayList<@Nullable Object>(LedgerRow.columns(after));
        parameters.add(Moments.toColumn(idleAt));
        parameters.add(before.key().company().value());
        parameters.add(before.key().credentials().value());
        LastWord.heedOne(
                "a rate limit",
                () -> jdbc.sql(before.known() ? UPDATE : INSERT)
                        .params(parameters)
                        .update());
    }

    @Override
    public Map<LimitKey, Duration> pauses() {
        var pauses = new HashMap<LimitKey, Duration>();
        jdbc.sql("""
                select company_id, credentials_id, clock_timestamp() as now, paused_until from rate_limit
                where paused_until > clock_timestamp()
                """).query(row -> {
            pauses.put(key(row), Duration.between(Moments.read(row, "now"), Moments.read(row, "paused_until")));
        });
        return pauses;
    }

    @Override
    public Map<CredentialsId, Instant> pausedUntil(CompanyId company, Collection<CredentialsId> credentials) {
        var pauses = new HashMap<CredentialsId, Instant>();
        if (!credentials.isEmpty()) {
            jdbc.sql("""
                    select credentials_id, paused_until from rate_limit
                    where company_id = ? and credentials_id = any(?) and paused_until > clock_timestamp()
                    """)
                    .params(
                            company.value(),
                            credentials.stream().map(CredentialsId::value).toArray(UUID[]::new))
                    .query(row -> {
                        pauses.put(credentials(row), Moments.read(row, "paused_until"));
                    });
        }
        return pauses;
    }

    // Those that are locked are in use.
    @Override
    public int removeIdle(int most) {
        return jdbc.sql("""
                delete from rate_limit where ctid = any(array(
                    select ctid from rate_limit where idle_at <= clock_timestamp() limit %d for update skip locked))
                """.formatted(most)).update();
    }

    private static LimitKey key(ResultSet row) throws SQLException {
        return new LimitKey(new CompanyId(row.getObject("company_id", UUID.class)), credentials(row));
    }

    private static CredentialsId credentials(ResultSet row) throws SQLException {
        return new CredentialsId(row.getObject("credentials_id", UUID.class));
    }
}
