package io.patchbay.history.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.CheckPeriod;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Written by triggers of {@code system_access}, read here (decision 0022). */
@Component
class JdbcCheckHistory implements CheckHistory {

    private static final int ROWS_AT_ONCE = 1_000;

    /** Both tables as one. The period that lasts has no end yet. */
    private static final String PERIODS = """
            select access_id, number, change, status, reason, began_at, checked_at, ended_at, true as ended, checks,
                fastest_ms, slowest_ms
            from check_period where company_id = :company and %s
            union all
            select id, period_number, period_change, status, check_reason, period_began_at, checked_at,
                greatest(check_holds_until, period_began_at), false, period_checks, period_fastest_ms, period_slowest_ms
            from system_access where company_id = :company and %s
            """;

    private final JdbcClient jdbc;

    JdbcCheckHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AccessId, Page<CheckPeriod>> pages(CompanyId company, Collection<AccessId> accesses, Part part) {
        var periods = PERIODS.formatted(
                "access_id = wanted.id" + narrowed("change", "number", part),
                "id = wanted.id" + narrowed("period_change", "period_number", part));
        var rows = new HashMap<AccessId, List<CheckPeriod>>();
        jdbc.sql("""
                        select found.* from unnest(:ids) as wanted (id), lateral (
                            %s order by number %s limit %d) found
                        """.formatted(periods, part.backwards() ? "asc" : "desc", part.size() + 1))
                .param("company", company.value())
                .param("ids", uuids(accesses))
                .param("from", part.from())
                .query(row -> {
                    var period = read(row);
                    rows.computeIfAbsent(period.access(), id -> new ArrayList<>())
                            .add(period);
                });
        return rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> page(found.getValue(), part)));
    }

    @Override
    public Map<AccessId, Count> counts(CompanyId company, Collection<AccessId> accesses, boolean changesOnly) {
        var all = new Part(1, null, false, changesOnly);
        var periods = PERIODS.formatted(
                "access_id = wanted.id" + narrowed("change", "number", all),
                "id = wanted.id" + narrowed("period_change", "period_number", all));
        var counts = new HashMap<AccessId, Count>();
        jdbc.sql("""
                        select wanted.id, (select count(*) from (%s limit %d) counted) as count
                        from unnest(:ids) as wanted (id)
                        """.formatted(periods, Count.BOUND + 1))
                .param("company", company.value())
                .param("ids", uuids(accesses))
                .query(row -> {
                    counts.put(new AccessId(row.getObject("id", UUID.class)), Count.of(row.getInt("count")));
                });
        return counts;
    }

    @Override
    public void read(CompanyId company, Collection<AccessId> accesses, Instant since, Consumer<CheckPeriod> reader) {
        jdbc.sql(PERIODS.formatted("access_id = any(:ids) and ended_at > :since", "id = any(:ids)")
                        + "order by access_id, number")
                .param("company", company.value())
                .param("ids", uuids(accesses))
                .param("since", Moments.toColumn(since))
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    reader.accept(read(row));
                });
    }

    private static String narrowed(String change, String number, Part part) {
        return (part.changesOnly() ? " and " + change : "")
                + (part.from() == null ? "" : " and " + number + (part.backwards() ? " > :from" : " < :from"));
    }

    private static Page<CheckPeriod> page(List<CheckPeriod> found, Part part) {
        var more = found.size() > part.size();
        var items = found.subList(0, Math.min(found.size(), part.size()));
        return part.backwards()
                ? new Page<>(items.reversed(), part.from() != null, more)
                : new Page<>(items, more, part.from() != null);
    }

    private static CheckPeriod read(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new CheckPeriod(
                new AccessId(row.getObject("access_id", UUID.class)),
                row.getInt("number"),
                row.getBoolean("change"),
                AccessStatus.valueOf(row.getString("status")),
                reason == null ? null : CheckReason.valueOf(reason),
                Moments.read(row, "began_at"),
                Moments.readNullable(row, "checked_at"),
                Moments.read(row, "ended_at"),
                row.getBoolean("ended"),
                row.getInt("checks"),
                duration(row, "fastest_ms"),
                duration(row, "slowest_ms"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        var millis = row.getObject(column, Integer.class);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static UUID[] uuids(Collection<AccessId> accesses) {
        return accesses.stream().map(AccessId::value).toArray(UUID[]::new);
    }
}
