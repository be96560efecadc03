package io.patchbay.postgres.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabasesIntegrationTests {

    @Test
    void areApartFromEachOther() {
        var one = JdbcClient.create(TestDatabases.empty().dataSource());
        var other = JdbcClient.create(TestDatabases.empty().dataSource());

        one.sql("create table mine (id int)").update();

        assertThat(tables(other)).doesNotContain("mine");
    }

    @Test
    void areMigratedWhereWanted() {
        var database = JdbcClient.create(TestDatabases.migrated().dataSource());

        assertThat(tables(database)).contains("flyway_schema_history");
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }
}
