package io.patchbay.usage.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.access.AccessKind;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.Environment;
import io.patchbay.usage.Calls;
import io.patchbay.usage.Durations;
import io.patchbay.usage.UsageHour;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

class JdbcUsageHoursIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant HOUR = Instant.parse("2026-11-22T14:00:00Z");

    private final SystemAccessTable table = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR);
    private final CompanyId company = TABLES.company();
    private final SystemAccess access = access();

    @Test
    void keepsWhatWasCounted() {
        node().add(List.of(hour(access, HOUR, new Calls(10, 1, 2, 3), 100, 200)));

        var kept = node().since(company, List.of(access.id()), HOUR);

        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().calls()).isEqualTo(new Calls(10, 1, 2, 3));
        assertThat(kept.getFirst().hour()).isEqualTo(HOUR);
        assertThat(kept.getFirst().durations().percentile(100))
                .isBetween(Duration.ofMillis(198), Duration.ofMillis(202));
    }

    @Test
    void addsWhatTwoNodesCountedAtOnceInWhateverOrder() throws Exception {
        var other = access();
        var rounds = 20;
        var fast = batch(other, 100);
        var slow = batch(other, 1_000);
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var ends = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(number -> nodes.submit(() -> {
                        var node = node();
                        start.await();
                        for (var round = 0; round < rounds; round++) {
                            node.add(number % 2 == 0 ? fast : slow.reversed());
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (var end : ends) {
                end.get();
            }
        }

        var kept = node().since(company, List.of(access.id(), other.id()), HOUR);
        assertThat(kept).hasSize(3).allSatisfy(hour -> {
            assertThat(hour.calls().all()).isEqualTo(4L * rounds);
            assertThat(hour.durations().count()).isEqualTo(4L * rounds);
            assertThat(hour.durations().percentile(50)).isBetween(Duration.ofMillis(99), Duration.ofMillis(101));
            assertThat(hour.durations().percentile(51)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_010));
        });
    }

    @Test
    void leavesOutWhatHasBeenRemovedMeanwhileAndKeepsTheRest() {
        var removed = access();
        table.remove(removed);

        node().add(List.of(
                hour(removed, HOUR, new Calls(1, 0, 0, 0), 5), hour(access, HOUR, new Calls(1, 0, 0, 0), 5)));

        assertThat(node().since(company, List.of(removed.id(), access.id()), HOUR))
                .extracting(UsageHour::access)
                .containsExactly(access.id());
    }

    @Test
    void doesNotWaitForWhoeverIsRemovingAnAccess() throws Exception {
        try (var removing = TABLES.dataSource().getConnection();
                var delete = removing.prepareStatement("delete from system_access where id = ?")) {
            removing.setAutoCommit(false);
            delete.setObject(1, access.id().value());
            delete.executeUpdate();

            node().add(List.of(hour(access, HOUR, new Calls(1, 0, 0, 0), 5)));
            removing.rollback();
        }

        assertThat(node().since(company, List.of(access.id()), HOUR)).isEmpty();
    }

    @Test
    void goesWithTheAccess() {
        node().add(List.of(hour(access, HOUR, new Calls(1, 0, 0, 0), 5)));

        table.remove(access);

        assertThat(TABLES.jdbc()
                        .sql("select count(*) from usage_hour where access_id = ?")
                        .param(access.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherCompanySeesNothing() {
        node().add(List.of(hour(access, HOUR, new Calls(1, 0, 0, 0), 5)));

        assertThat(node().since(TABLES.company(), List.of(access.id()), HOUR)).isEmpty();
    }

    @Test
    void forgetsWhatIsOldSoManyAtATime() {
        IntStream.range(0, 5)
                .forEach(number -> node().add(List.of(
                        hour(access, HOUR.minus(Duration.ofDays(200 + number)), new Calls(1, 0, 0, 0), 5))));
        node().add(List.of(hour(access, HOUR, new Calls(1, 0, 0, 0), 5)));
        var old = HOUR.minus(Duration.ofDays(90));

        assertThat(node().removeBefore(old, 3)).isEqualTo(3);
        assertThat(node().removeBefore(old, 3)).isEqualTo(2);
        assertThat(node().removeBefore(old, 3)).isZero();
        assertThat(node().since(company, List.of(access.id()), Instant.EPOCH))
                .extracting(UsageHour::hour)
                .containsExactly(HOUR);
    }

    @Test
    void countsOnceWhatWasWrittenThoughNobodyHeardOfIt() {
        var connections = new SilentCommits();
        var node = new JdbcUsageHours(TABLES.jdbc(), connections);

        connections.next = Commit.DONE_AND_UNHEARD;
        node.add(List.of(hour(access, HOUR, new Calls(3, 0, 0, 0), 10, 20, 30)));
        node.add(List.of(hour(access, HOUR, new Calls(4, 0, 0, 0), 10, 20, 30, 40)));

        assertThat(counted()).isEqualTo(7);
    }

    @Test
    void countsOnceWhatWasNotWrittenAndNobodyHeardOf() {
        var connections = new SilentCommits();
        var node = new JdbcUsageHours(TABLES.jdbc(), connections);

        connections.next = Commit.UNDONE_AND_UNHEARD;
        node.add(List.of(hour(access, HOUR, new Calls(3, 0, 0, 0), 10, 20, 30)));
        assertThat(counted()).isZero();
        connections.next = Commit.UNDONE_AND_UNHEARD;
        assertThatThrownBy(() -> node.add(List.of(hour(access, HOUR, new Calls(4, 0, 0, 0), 10, 20, 30, 40))))
                .isInstanceOf(DataAccessException.class);
        node.add(List.of(hour(access, HOUR, new Calls(4, 0, 0, 0), 10, 20, 30, 40)));

        assertThat(counted()).isEqualTo(7);
    }

    @Test
    void whatCouldNotEvenBeSentIsTheCallersToKeep() {
        var node = new JdbcUsageHours(TABLES.jdbc(), new DataSourceTransactionManager(TABLES.dataSource()) {
            @Override
            protected void doBegin(Object transaction, TransactionDefinition definition) {
                throw new CannotCreateTransactionException("away");
            }
        });

        assertThatThrownBy(() -> node.add(List.of(hour(access, HOUR, new Calls(3, 0, 0, 0), 10))))
                .isInstanceOf(CannotCreateTransactionException.class);

        assertThat(counted()).isZero();
    }

    private long counted() {
        return node().since(company, List.of(access.id()), HOUR).stream()
                .mapToLong(hour -> {
                    assertThat(hour.durations().count()).isEqualTo(hour.calls().all());
                    return hour.calls().all();
                })
                .sum();
    }

    private enum Commit {
        HEARD,
        DONE_AND_UNHEARD,
        UNDONE_AND_UNHEARD
    }

    /** A connection that is lost in the moment of a commit. */
    private static final class SilentCommits extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1;

        private Commit next = Commit.HEARD;

        SilentCommits() {
            super(TABLES.dataSource());
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            var now = next;
            next = Commit.HEARD;
            switch (now) {
                case HEARD -> super.doCommit(status);
                case DONE_AND_UNHEARD -> {
                    super.doCommit(status);
                    throw new TransactionSystemException("lost");
                }
                case UNDONE_AND_UNHEARD -> {
                    super.doRollback(status);
                    throw new TransactionSystemException("lost");
                }
            }
        }
    }

    private static JdbcUsageHours node() {
        return new JdbcUsageHours(TABLES.jdbc(), new DataSourceTransactionManager(TABLES.dataSource()));
    }

    private SystemAccess access() {
        return table.save(
                TestAccess.access(company, "shop", "Shop", Environment.LIVE),
                Map.of("company_group_id", TABLES.group(company).value()));
    }

    private List<UsageHour> batch(SystemAccess other, int millis) {
        return List.of(
                hour(access, HOUR, new Calls(1, 0, 0, 0), millis),
                hour(access, HOUR.plusSeconds(3600), new Calls(1, 0, 0, 0), millis),
                hour(other, HOUR, new Calls(1, 0, 0, 0), millis));
    }

    private static UsageHour hour(SystemAccess access, Instant hour, Calls calls, int... millis) {
        var durations = new Durations();
        for (var one : millis) {
            durations.add(Duration.ofMillis(one));
        }
        return new UsageHour(access.companyId(), access.id(), hour, calls, durations);
    }
}
