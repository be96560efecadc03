package io.patchbay.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.postgres.persistence.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationIntegrationTests {

    @Test
    void runsOnAnEmptyDatabaseAndOnlyOnce() {
        var flyway = Flyway.configure()
                .dataSource(TestDatabases.empty().dataSource())
                .locations("classpath:db/migration")
                .load();

        assertThat(flyway.migrate().migrationsExecuted).isPositive();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @Test
    void leavesThePersonsTheirDraftsNowThatProgramsHaveSomeToo() {
        var database = TestDatabases.empty().dataSource();
        migrate(database, "20261122.1500");
        var jdbc = JdbcClient.create(database);
        jdbc.sql("insert into company (id, version, name) values (gen_random_uuid(), 1, 'Acme')")
                .update();
        jdbc.sql("""
                insert into person (company_id, id, version, name, email, password_hash, created_at)
                select id, id, 1, 'Anna', 'anna@acme.example', '{test}', now() from company
                """).update();
        jdbc.sql("""
                insert into draft (company_id, id, version, person_id, kind, system_slug, started_at, touched_at)
                select company_id, id, 1, id, 'CONNECTOR', 'shop', now(), now() from person
                """).update();

        migrate(database, "latest");

        assertThat(jdbc.sql("select count(*) from draft where person_id is not null and api_token_id is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void letsNoSearchReadThroughWhatWasWrittenLast() {
        var withPendingList = jdbc().sql("""
                        select c.relname from pg_class c join pg_am a on a.oid = c.relam
                        where a.amname = 'gin' and not 'fastupdate=off' = any (coalesce(c.reloptions, '{}'))
                        """).query(String.class).list();

        assertThat(withPendingList).isEmpty();
    }

    @Test
    void givesEveryTableACompanyExceptThoseThatBelongToNone() {
        assertThat(tablesWithout("column_name = 'company_id' and is_nullable = 'NO'"))
                .containsExactlyInAnyOrder(
                        "company", "data_key", "key_rotation", "scheduled_tasks", "flyway_schema_history");
    }

    @Test
    void carriesTheCompanyInEveryForeignKey() {
        var foreignKeys = jdbc().sql("""
                        select conrelid::regclass || ': ' || pg_get_constraintdef(oid) from pg_constraint
                        where contype = 'f' and confrelid not in ('company'::regclass, 'data_key'::regclass)
                        """).query(String.class).list();

        assertThat(foreignKeys).isNotEmpty().allMatch(it -> it.contains("FOREIGN KEY (company_id, "));
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> tablesWithout(String column) {
        return jdbc().sql("""
                        select table_name from information_schema.tables t
                        where table_schema = 'public' and table_type = 'BASE TABLE' and not exists (
                            select from information_schema.columns c
                            where c.table_schema = 'public' and c.table_name = t.table_name and %s)
                        """.formatted(column)).query(String.class).list();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(TestDatabases.migrated().dataSource());
    }
}
