package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.shared.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.WebGraphQlTester;

/** Requests that take longer than they may. A lock on a table stands for whatever makes its SQL slow. */
class GivingUpTests extends WholeApplication {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    private WebGraphQlHandler graphQl;

    @Test
    void aQueryThatIsTooSlowIsStoppedAndSaysSo() throws Exception {
        var anna = companies.register().person();

        try (var other = locked("system_access")) {
            var answer = companies.as(
                    anna,
                    () -> ask("{ viewer { name } connectors { nodes { name } } companyGroups { nodes { name } } }"));

            answer.errors().satisfy(errors -> {
                assertThat(errors.getFirst().getExtensions())
                        .containsEntry("code", "REQUEST_TIMEOUT")
                        .containsEntry("limit", 1L);
                assertThat(errors.getFirst().getMessage()).contains("longer than 1 s");
                assertThat(errors).extracting(GivingUpTests::code).containsOnly("REQUEST_TIMEOUT");
            });
            await("no statement waits for the lock").until(() -> waiting() == 0);
        }
        assertThat(companies.as(
                        anna,
                        () -> ask("{ connectors { nodes { name } } }")
                                .path("connectors.nodes")
                                .entityList(Object.class)
                                .get()))
                .isEmpty();
    }

    @Test
    void aChangeThatIsTooSlowChangesNothing() throws Exception {
        var company = companies.register();
        var group =
                "mutation($input: CreateCompanyGroupInput!) { createCompanyGroup(input: $input) { companyGroup { id } } }";

        try (var other = locked("company_group")) {
            var answer = companies.as(
                    company.person(),
                    () -> Deadline.within(
                            SOON,
                            () -> tester().document(group)
                                    .variable("input", Map.of("name", "Too late"))
                                    .execute()));

            answer.errors()
                    .satisfy(errors ->
                            assertThat(errors).extracting(GivingUpTests::code).containsExactly("REQUEST_TIMEOUT"));
        }
        assertThat(program(company.token())
                        .data("{ companyGroups { nodes { name } } }")
                        .toString())
                .doesNotContain("Too late");
    }

    private GraphQlTester.Response ask(String document) {
        return Deadline.within(SOON, () -> tester().document(document).execute());
    }

    private WebGraphQlTester tester() {
        return WebGraphQlTester.create(graphQl);
    }

    private static Connection locked(String table) throws SQLException {
        var connection = DATABASE.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table " + table + " in access exclusive mode");
        }
        return connection;
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private static Object code(ResponseError error) {
        return error.getExtensions().get("code");
    }
}
