package io.patchbay.history.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.history.CheckHistory.Part;
import io.patchbay.persistence.ReadRows;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A page of one history reads nothing of the others, however many there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongHistoriesIntegrationTests {

    private static final int ACCESSES = 200;
    private static final int PERIODS = 500;
    private static final int SIZE = 20;

    /** At most what this one has, sorted or not, and the period that lasts; never anything of the others. */
    private static final long ITS_OWN = 2L * PERIODS;

    private final TestTables tables = new TestTables();
    private final CompanyId company = tables.company();
    private final JdbcCheckHistory history = new JdbcCheckHistory(tables.jdbc());
    private AccessId access = new AccessId(new UUID(0, 0));

    @BeforeAll
    void fill() {
        var group = tables.group(company);
        tables.jdbc().sql("""
                insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                    date_format, credentials, status, created_at, updated_at, company_group_id, period_number)
                select ?, gen_random_uuid(), 1, 'CONNECTOR', 'shop-' || n, 'Shop ' || n, 'LIVE', 'UTC', 'ISO_8601',
                    jsonb_build_object('id', gen_random_uuid()), 'NOT_CHECKED', now(), now(), ?, 1
                from generate_series(1, ?) n
                """).params(company.value(), group.value(), ACCESSES).update();
        tables.jdbc()
                .sql("update system_access set period_number = ?")
                .param(PERIODS + 1)
                .update();
        tables.jdbc().sql("delete from check_period").update();
        tables.jdbc().sql("""
                insert into check_period (company_id, access_id, number, change, status, began_at, checked_at, ended_at, checks)
                select company_id, id, n, true, (array['OPERATIONAL', 'SYSTEM_UNREACHABLE'])[1 + mod(n, 2)],
                    now() + (n - 100) * interval '1 hour', now() + (n - 100) * interval '1 hour',
                    now() + (n - 99) * interval '1 hour', 1
                from system_access, generate_series(1, ?) n
                """).param(PERIODS).update();
        tables.jdbc().sql("analyze").update();
        access = new AccessId(tables.jdbc()
                .sql("select id from system_access limit 1")
                .query(UUID.class)
                .single());
    }

    @Test
    void aPageOfChecksReadsLittle() {
        for (var changesOnly : new boolean[] {true, false}) {
            for (var backwards : new boolean[] {true, false}) {
                for (var from : new Integer[] {null, 400, 60}) {
                    var part = new Part(SIZE, from, backwards, changesOnly);
                    var read = ReadRows.during(tables, () -> {
                        assertThat(history.pages(company, List.of(access), part)
                                        .get(access)
                                        .items())
                                .hasSize(SIZE);
                        return part;
                    });
                    assertThat(read).as(part.toString()).isLessThan(ITS_OWN);
                }
            }
        }
    }
}
