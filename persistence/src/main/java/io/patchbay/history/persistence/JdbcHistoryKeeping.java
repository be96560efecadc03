package io.patchbay.history.persistence;

import io.patchbay.history.HistoryKeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks after the partitions. */
@Component
class JdbcHistoryKeeping implements HistoryKeeping {

    private final JdbcClient jdbc;

    JdbcHistoryKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keepFor(int days) {
        jdbc.sql("select keep_check_periods(?)").param(days).query(row -> {});
    }
}
