package io.patchbay.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.patchbay.postgres.persistence.TestDatabases;
import io.patchbay.shared.Deadline;
import io.patchbay.shared.DeadlinePassed;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoppableConnectionsIntegrationTests {

    private static final Duration SOON = Duration.ofMillis(200);

    private final HikariDataSource pool = pool();
    private final StoppableConnections connections = new StoppableConnections(pool);
    private final JdbcClient jdbc = JdbcClient.create(connections);

    @AfterEach
    void close() {
        connections.close();
        pool.close();
    }

    @Test
    void stopsTheStatementOnTheServerToo() {
        assertThatThrownBy(() -> Deadline.within(SOON, this::sleep))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        stopped -> assertThat(stopped.getSQLState()).isEqualTo("57014"));

        await("nobody sleeps").until(() -> sleeping() == 0);
    }

    @Test
    void rollsBackWhatWasBegun() {
        jdbc.sql("create table note (text text)").update();
        var transactions = new TransactionTemplate(new JdbcTransactionManager(connections));

        assertThatThrownBy(() -> Deadline.within(
                        SOON,
                        () -> transactions.execute(status -> {
                            jdbc.sql("insert into note values ('half')").update();
                            return sleep();
                        })))
                .isNotNull();

        assertThat(jdbc.sql("select count(*) from note").query(Long.class).single())
                .isZero();
    }

    @Test
    void beginsNothingAfterwards() {
        assertThatThrownBy(() -> Deadline.within(Duration.ZERO, this::one))
                .hasStackTraceContaining(DeadlinePassed.class.getName());
    }

    @Test
    void leavesEverybodyElseAlone() {
        assertThatThrownBy(() -> Deadline.within(SOON, this::sleep)).isNotNull();

        for (var round = 0; round < 20; round++) {
            assertThat(Deadline.within(Duration.ofMinutes(1), this::one)).isOne();
            assertThat(one()).isOne();
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void takesWhatWasStoppedOutOfThePool() {
        var before = backend();

        assertThatThrownBy(() -> Deadline.within(SOON, this::sleep)).isNotNull();

        assertThat(backend()).isNotEqualTo(before);
    }

    private int one() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }

    private int backend() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private String sleep() {
        return jdbc.sql("select pg_sleep(300)::text").query(String.class).single();
    }

    private long sleeping() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database() and state = 'active'"
                        + " and query like 'select pg_sleep%'")
                .query(Long.class)
                .single();
    }

    private static HikariDataSource pool() {
        var settings = new HikariConfig();
        settings.setDataSource(TestDatabases.empty().dataSource());
        settings.setMaximumPoolSize(1);
        return new HikariDataSource(settings);
    }
}
