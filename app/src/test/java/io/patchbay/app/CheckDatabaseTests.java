package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class CheckDatabaseTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Knocked database = new Knocked();
    private final CheckDatabase checks = new CheckDatabase(database, now::get);

    @Test
    void isAskedLessAndLessOftenWhileItIsAway() {
        ask();
        assertThat(database.knocks).isOne();

        ask();
        pass(Duration.ofMillis(700));
        ask();
        assertThat(database.knocks).isOne();

        pass(Duration.ofMillis(600));
        ask();
        assertThat(database.knocks).isEqualTo(2);

        pass(Duration.ofMillis(1_300));
        ask();
        assertThat(database.knocks).isEqualTo(2);
    }

    @Test
    void isAskedOftenEnoughToFindOutThatItIsBack() {
        for (var time = 0; time < 20; time++) {
            pass(Duration.ofSeconds(19));
            ask();
        }

        assertThat(database.knocks).isEqualTo(20);
    }

    @Test
    void saysOnceThatItIsAwayAndOnceThatItIsBack() throws SQLException {
        try (var logs = new CapturedLogs()) {
            for (var time = 0; time < 5; time++) {
                pass(Duration.ofSeconds(20));
                ask();
            }
            assertThat(checks.isAway()).isTrue();
            database.back = true;
            pass(Duration.ofSeconds(20));
            checks.connection();
            checks.connection();

            assertThat(checks.isAway()).isFalse();
            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("Background checks rest"))
                    .hasSize(1);
            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("Background checks go on"))
                    .hasSize(1);
        }
    }

    private void ask() {
        assertThatThrownBy(checks::connection).isInstanceOf(SQLException.class);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** Nobody opens, until somebody is back. */
    private static final class Knocked extends AbstractDataSource {

        private int knocks;
        private boolean back;

        @Override
        public Connection getConnection() throws SQLException {
            knocks++;
            if (!back) {
                throw new SQLException("Nobody there");
            }
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (it, method, arguments) -> null);
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
