package io.patchbay.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.SystemAccess;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckScheduleIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final JdbcAccessChecks checks = new JdbcAccessChecks(TABLES.jdbc(), TestSystems.all());
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

    @ParameterizedTest
    @CsvSource({
        // What was refused is left alone for up to a day; once a person's test has found that it works, it is so no
        // more.
        "FAILED_AUTHENTICATION, 1440, OPERATIONAL,           54, 66",
        "FAILED_AUTHENTICATION, 1440, SYSTEM_UNREACHABLE,     0,  2",
        "FAILED_AUTHENTICATION, 1440, FAILED_AUTHENTICATION, 1400, 1440",
        "OPERATIONAL,             40, SYSTEM_UNREACHABLE,     0,  2",
        "OPERATIONAL,             40, FAILED_AUTHENTICATION, 54, 66",
        "OPERATIONAL,             40, OPERATIONAL,           30, 40",
        "SYSTEM_UNREACHABLE,      40, OPERATIONAL,           30, 40"
    })
    void aStatusThatAPersonsTestHasChangedIsFollowedAtItsOwnPace(
            AccessStatus before, int nextIn, AccessStatus found, double soonest, double latest) {
        var access = checked(before);
        tasks("execution_time = now() + make_interval(mins => " + nextIn + "), task_data = '\\x00'");

        assertThat(checks.record(access, result(found))).isTrue();

        assertThat(minutesToTheNext()).isBetween(soonest, latest);
        assertThat(count(" where task_data is null")).isEqualTo(before == found ? 0 : 1);
    }

    @Test
    void aCheckThatIsRunningReschedulesItself() {
        var access = checked(AccessStatus.OPERATIONAL);
        tasks("execution_time = now() + interval '40 minutes', picked = true");

        assertThat(checks.record(access, result(AccessStatus.SYSTEM_UNREACHABLE)))
                .isTrue();

        assertThat(minutesToTheNext()).isBetween(30.0, 40.0);
    }

    private SystemAccess checked(AccessStatus status) {
        var access = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR)
                .save(
                        TestAccess.access(company, "shop", "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED),
                        Map.of("company_group_id", TABLES.group(company).value()));
        checks.record(access, result(status));
        return access;
    }

    private static Check result(AccessStatus status) {
        return new Check(status, null, null, null, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private static void tasks(String assignments) {
        TABLES.jdbc().sql("update scheduled_tasks set " + assignments).update();
    }

    private static double minutesToTheNext() {
        return TABLES.jdbc()
                .sql("select extract(epoch from execution_time - now()) / 60 from scheduled_tasks")
                .query(Double.class)
                .single();
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
