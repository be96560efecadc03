package io.patchbay.limit.persistence;

import io.patchbay.limit.Ledger;
import io.patchbay.persistence.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger as a row. */
final class LedgerRow {

    static final String COLUMNS = "uses, paused_until, remaining, remaining_until, remaining_as_of, urgent_until";

    private static final int NUMBERS = 3;

    private LedgerRow() {}

    static Ledger read(ResultSet row) throws SQLException {
        return new Ledger(
                uses((Long[]) row.getArray("uses").getArray()),
                Moments.readNullable(row, "paused_until"),
                remaining(row),
                Moments.readNullable(row, "urgent_until"));
    }

    /** In the order of {@link #COLUMNS}. */
    static List<@Nullable Object> columns(Ledger ledger) {
        var remaining = ledger.remaining();
        var columns = new ArrayList<@Nullable Object>();
        columns.add(uses(ledger.uses()));
        columns.add(Moments.toNullableColumn(ledger.pausedUntil()));
        columns.add(remaining == null ? null : remaining.requests());
        columns.add(remaining == null ? null : Moments.toColumn(remaining.until()));
        columns.add(remaining == null ? null : Moments.toColumn(remaining.asOf()));
        columns.add(Moments.toNullableColumn(ledger.urgentUntil()));
        return columns;
    }

    private static Ledger.@Nullable Remaining remaining(ResultSet row) throws SQLException {
        var requests = row.getObject("remaining", Integer.class);
        return requests == null
                ? null
                : new Ledger.Remaining(
                        requests, Moments.read(row, "remaining_until"), Moments.read(row, "remaining_as_of"));
    }

    private static List<Ledger.Use> uses(Long[] numbers) {
        var uses = new ArrayList<Ledger.Use>();
        for (int i = 0; i < numbers.length; i += NUMBERS) {
            uses.add(new Ledger.Use(moment(numbers[i]), moment(numbers[i + 1]), Math.toIntExact(numbers[i + 2])));
        }
        return uses;
    }

    private static Long[] uses(List<Ledger.Use> uses) {
        var numbers = new ArrayList<Long>();
        uses.forEach(use -> numbers.addAll(List.of(micros(use.from()), micros(use.until()), (long) use.permits())));
        return numbers.toArray(Long[]::new);
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
