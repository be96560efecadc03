package io.patchbay.watching.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.persistence.TestTables;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class JdbcCensusIntegrationTests {

    private final TestTables tables = new TestTables();
    private final JdbcCensus census =
            new JdbcCensus(tables.jdbc(), new DataSourceTransactionManager(tables.dataSource()));

    @Test
    void countsAllCompaniesTogether() {
        access("OPERATIONAL");
        access("OPERATIONAL");
        access("NEEDS_RECONNECT");
        access("NOT_CHECKED");

        assertThat(census.take().orElseThrow().accesses())
                .isEqualTo(Map.of(
                        AccessStatus.OPERATIONAL, 2L, AccessStatus.NEEDS_RECONNECT, 1L, AccessStatus.NOT_CHECKED, 1L));
    }

    @Test
    void saysHowManyChecksAreDueAndHowLateTheOldestIs() {
        var none = census.take().orElseThrow();
        assertThat(none.dueChecks()).isZero();
        assertThat(none.lag()).isZero();

        task("check", "-10 minutes", false);
        task("check", "-90 seconds", false);
        task("check", "-1 hour", true);
        task("check", "1 hour", false);
        task("another kind", "-1 day", false);

        var figures = census.take().orElseThrow();
        assertThat(figures.dueChecks()).isEqualTo(2);
        assertThat(figures.lag()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void leavesItToAnotherNodeThatIsCountingRightNow() {
        tables.transactions().executeWithoutResult(status -> {
            tables.jdbc()
                    .sql("select pg_advisory_xact_lock(?)")
                    .param(JdbcCensus.ONE_AT_A_TIME)
                    .query(row -> {});

            // On a thread of its own, or it would belong to this transaction.
            assertThat(CompletableFuture.supplyAsync(census::take).join()).isEmpty();
        });
        assertThat(census.take()).isPresent();
    }

    /** Without the checks that are scheduled for it. */
    private void access(String status) {
        var company = tables.company();
        var group = tables.group(company);
        tables.jdbc()
                .sql("""
                        insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                            date_format, credentials, status, checked_at, created_at, updated_at, company_group_id)
                        values (?, gen_random_uuid(), 1, 'CONNECTOR', 'demo-shop', 'Shop', 'LIVE', 'UTC', 'yyyy',
                            jsonb_build_object('id', gen_random_uuid()), ?, case when ? <> 'NOT_CHECKED' then now() end,
                            now(), now(), ?)
                        """)
                .params(company.value(), status, status, group.value())
                .update();
        tables.jdbc().sql("delete from scheduled_tasks").update();
    }

    private void task(String name, String distance, boolean picked) {
        tables.jdbc()
                .sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, now() + ?::interval, ?, 1)
                        """)
                .params(name, UUID.randomUUID().toString(), distance, picked)
                .update();
    }
}
