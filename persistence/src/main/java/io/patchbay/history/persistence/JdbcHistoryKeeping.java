package io.patchbay.history.persistence;

import io.patchbay.history.HistoryKeeping;
import io.patchbay.persistence.Database;
import org.springframework.stereotype.Component;

/** Looks after the partitions. */
@Component
class JdbcHistoryKeeping implements HistoryKeeping {

    private final Database database;

    JdbcHistoryKeeping(Database database) {
        this.database = database;
    }

    @Override
    public void keepFor(int days) {
        database.jdbc().sql("select keep_check_periods(?)").param(days).query(row -> {});
    }
}
