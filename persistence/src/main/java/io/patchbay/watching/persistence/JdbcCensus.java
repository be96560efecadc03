package io.patchbay.watching.persistence;

import io.patchbay.access.AccessStatus;
import io.patchbay.watching.Census;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCensus implements Census {

    /** Of the transaction, so that no two nodes count at once; any number that nobody else uses. */
    static final long ONE_AT_A_TIME = 0x70617463_63656e73L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcCensus(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public Optional<Figures> take() {
        return Objects.requireNonNull(
                transaction.execute(status -> alone() ? Optional.of(counted()) : Optional.empty()));
    }

    private boolean alone() {
        jdbc.sql("set local statement_timeout = '5s'").update();
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ONE_AT_A_TIME)
                .query(Boolean.class)
                .single();
    }

    private Figures counted() {
        return jdbc.sql("""
                select count(*) as due, coalesce(extract(epoch from now() - min(execution_time)), 0) as lag
                from (
                    select execution_time from scheduled_tasks
                    where task_name = 'check' and not picked and execution_time <= now()
                    order by execution_time limit %d)
                """.formatted(Figures.MOST_DUE))
                .query((row, number) -> new Figures(
                        accesses(), row.getLong("due"), seconds(Objects.requireNonNull(row.getBigDecimal("lag")))))
                .single();
    }

    private Map<AccessStatus, Long> accesses() {
        var accesses = new EnumMap<AccessStatus, Long>(AccessStatus.class);
        jdbc.sql("select status, count(*) as number from system_access group by status")
                .query(row -> {
                    accesses.put(AccessStatus.valueOf(row.getString("status")), row.getLong("number"));
                });
        return accesses;
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
