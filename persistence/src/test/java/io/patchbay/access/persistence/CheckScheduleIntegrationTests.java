package io.patchbay.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckScheduleIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final CompanyId company = TABLES.company();

    @BeforeEach
    void nothingIsDue() {
        TABLES.jdbc().sql("delete from scheduled_tasks").update();
    }

    @Test
    void whatIsMadeIsDueAtOnceAndEndsWithWhatItIsOf() {
        make(3);
        assertThat(due()).isEqualTo(3);

        TABLES.jdbc()
                .sql("delete from system_access where company_id = ?")
                .param(company.value())
                .update();
        assertThat(tasks()).isZero();
    }

    @Test
    void aCrowdThatComesAtOnceIsSpreadOverAnHour() {
        make(1_000);

        assertThat(tasks()).isEqualTo(1_000);
        // Some of the hour has passed by now.
        assertThat(due()).isBetween(200L, 300L);
        var farthest = TABLES.jdbc()
                .sql("select extract(epoch from max(execution_time) - now()) / 60 from scheduled_tasks")
                .query(Double.class)
                .single();
        assertThat(farthest).isBetween(50.0, 60.0);
    }

    @Test
    void whoReplacesCredentialsNeverWaitsForACrowd() {
        make(300);

        TABLES.jdbc().sql("""
                        update system_access set credentials = jsonb_build_object('id', gen_random_uuid()), status = default
                        where company_id = ?
                        """).param(company.value()).update();

        assertThat(due()).isEqualTo(300);
    }

    private void make(int many) {
        TABLES.jdbc()
                .sql("""
                        insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                            date_format, credentials, created_at, updated_at, company_group_id)
                        select :company, gen_random_uuid(), 1, 'CONNECTOR', 'shop-' || number, 'Shop', 'LIVE', 'UTC', 'ISO_8601',
                            jsonb_build_object('id', gen_random_uuid()), now(), now(), :group
                        from generate_series(1, :many) as number
                        """)
                .param("company", company.value())
                .param("group", TABLES.group(company).value())
                .param("many", many)
                .update();
    }

    private static long due() {
        return count(" where execution_time <= now()");
    }

    private static long tasks() {
        return count("");
    }

    private static long count(String where) {
        return TABLES.jdbc()
                .sql("select count(*) from scheduled_tasks" + where)
                .query(Long.class)
                .single();
    }
}
