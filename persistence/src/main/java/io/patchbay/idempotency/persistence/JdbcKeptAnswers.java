package io.patchbay.idempotency.persistence;

import io.patchbay.idempotency.KeptAnswers;
import io.patchbay.idempotency.KeyInUse;
import io.patchbay.idempotency.RepeatableRequest;
import io.patchbay.persistence.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcKeptAnswers implements KeptAnswers {

    // Shorter than most clients wait for an answer, so that they learn what they are waiting for.
    private static final String PATIENCE = "5s";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;

    JdbcKeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Claim claim(RepeatableRequest request, Instant now, Instant until) {
        return taken(request, now, until) ? new Claim.Free() : kept(request);
    }

    @Override
    public void keep(RepeatableRequest request, String answer) {
        jdbc.sql("""
                update kept_answer set answer = ?
                where company_id = ? and sender_id = ? and operation = ? and idempotency_key = ?
                """)
                .params(
                        answer,
                        request.company().value(),
                        request.sender(),
                        request.operation(),
                        request.key().value())
                .update();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return jdbc.sql("""
                delete from kept_answer where ctid = any(array(
                    select ctid from kept_answer where kept_until <= ? limit %d for update skip locked))
                """.formatted(limit)).param(Moments.toColumn(now)).update();
    }

    /** The database makes whoever comes second wait until the first one's transaction has ended. */
    private boolean taken(RepeatableRequest request, Instant now, Instant until) {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(PATIENCE)
                .query(String.class)
                .single();
        try {
            var rows = insert(request, now, until);
            jdbc.sql("set local lock_timeout to default").update();
            return rows == 1;
        } catch (DataAccessException failure) {
            throw tookTooLong(failure) ? new KeyInUse(failure) : failure;
        }
    }

    private int insert(RepeatableRequest request, Instant now, Instant until) {
        return jdbc.sql("""
                insert into kept_answer (company_id, sender_id, operation, idempotency_key, fingerprint, kept_until)
                values (:company, :sender, :operation, :key, :fingerprint, :until)
                on conflict (company_id, sender_id, operation, idempotency_key) do update
                    set fingerprint = excluded.fingerprint, answer = null, kept_until = excluded.kept_until
                    where kept_answer.kept_until <= :now
                """)
                .param("company", request.company().value())
                .param("sender", request.sender())
                .param("operation", request.operation())
                .param("key", request.key().value())
                .param("fingerprint", request.fingerprint())
                .param("until", Moments.toColumn(until))
                .param("now", Moments.toColumn(now))
                .update();
    }

    private static boolean tookTooLong(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private Claim kept(RepeatableRequest request) {
        return jdbc.sql("""
                select fingerprint, answer from kept_answer
                where company_id = ? and sender_id = ? and operation = ? and idempotency_key = ?
                """)
                .params(
                        request.company().value(),
                        request.sender(),
                        request.operation(),
                        request.key().value())
                .query((row, number) -> read(row, request))
                .single();
    }

    private static Claim read(ResultSet row, RepeatableRequest request) throws SQLException {
        return row.getString("fingerprint").equals(request.fingerprint())
                ? new Claim.Answered(row.getString("answer"))
                : new Claim.Taken();
    }
}
