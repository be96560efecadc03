package io.patchbay.persistence;

import java.util.function.Supplier;

/** How many rows of tables were looked at, by whatever plan. */
public final class ReadRows {

    private ReadRows() {}

    /** In all tables together; what an index alone could tell is not among them. */
    public static long during(TestTables tables, Supplier<?> reading) {
        return tables.inTransaction(() -> {
            var before = soFar(tables);
            reading.get();
            return soFar(tables) - before;
        });
    }

    private static long soFar(TestTables tables) {
        return tables.jdbc()
                .sql("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables")
                .query(Long.class)
                .single();
    }
}
