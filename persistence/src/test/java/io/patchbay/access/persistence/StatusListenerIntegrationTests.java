package io.patchbay.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.StatusChange;
import io.patchbay.access.StatusNews;
import io.patchbay.access.StatusRelay;
import io.patchbay.access.SystemAccess;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusListenerIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final StatusNews READ_AGAIN = new StatusNews(true, List.of());

    private final StatusRelay relay = new StatusRelay(Runnable::run, Duration.ZERO);
    private final StatusListener listener = new StatusListener(TABLES.dataSource()::getConnection, relay);
    private final SystemAccessTable table = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR);
    private final CompanyId company = TABLES.company();
    private final Map<String, Object> group =
            Map.of("company_group_id", TABLES.group(company).value());
    private final BlockingQueue<StatusNews> news = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws InterruptedException {
        relay.watch(company, news::add);
        assertThat(next()).isEqualTo(READ_AGAIN);
        listener.start();
        assertThat(next()).isEqualTo(READ_AGAIN);
    }

    @AfterEach
    void stop() {
        listener.stop();
    }

    @Test
    void tellsOfWhateverChangesAStatus() throws InterruptedException {
        var access = save(unchecked());
        assertThat(next()).isEqualTo(of(access));

        check(access);
        assertThat(next()).isEqualTo(of(access));

        var replaced = save(access.withReplaced(TestAccess.credentials(), TestTables.NOW));
        assertThat(next()).isEqualTo(of(access));

        table.remove(replaced);
        assertThat(next()).isEqualTo(of(access));
    }

    @Test
    void tellsNothingOfOtherSettings() throws InterruptedException {
        var access = save(unchecked());
        assertThat(next()).isEqualTo(of(access));

        save(access.changedTo(new Name("Other"), access.timeZone(), access.dateFormat(), TestTables.NOW));
        var later = save(unchecked("other-shop"));

        assertThat(next()).isEqualTo(of(later));
    }

    @Test
    void tellsNothingOfWhatIsRolledBack() throws InterruptedException {
        TABLES.inVain(() -> save(unchecked()));
        var later = save(unchecked());

        assertThat(next()).isEqualTo(of(later));
    }

    @Test
    void tellsNothingToOtherCompanies() throws InterruptedException {
        var others = new LinkedBlockingQueue<StatusNews>();
        relay.watch(TABLES.company(), others::add);

        save(unchecked());

        assertThat(next()).isNotNull();
        assertThat(others).containsExactly(READ_AGAIN);
    }

    @Test
    void advisesToReadAgainAfterTheConnectionWasCut() throws InterruptedException {
        TABLES.jdbc()
                .sql("select pg_terminate_backend(:pid)")
                .param("pid", listening().getFirst())
                .query()
                .singleValue();
        assertThat(next()).isEqualTo(READ_AGAIN);

        var access = save(unchecked());

        assertThat(next()).isEqualTo(of(access));
    }

    private StatusNews next() throws InterruptedException {
        return news.poll(30, TimeUnit.SECONDS);
    }

    private static StatusNews of(SystemAccess access) {
        return new StatusNews(false, List.of(new StatusChange(access.companyId(), access.id(), AccessKind.CONNECTOR)));
    }

    /** The server's processes that listen, of this database. */
    private static List<Integer> listening() {
        return TABLES.jdbc()
                .sql("select pid from pg_stat_activity where datname = current_database() and query like 'listen %'")
                .query(Integer.class)
                .list();
    }

    private void check(SystemAccess access) {
        new JdbcAccessChecks(TABLES.jdbc(), TestSystems.all())
                .record(access, new Check(AccessStatus.OPERATIONAL, null, null, null, TestTables.NOW));
    }

    private SystemAccess unchecked() {
        return unchecked("shop");
    }

    private SystemAccess unchecked(String system) {
        return TestAccess.access(company, system, "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED);
    }

    private SystemAccess save(SystemAccess access) {
        return table.save(access, Map.copyOf(group));
    }
}
