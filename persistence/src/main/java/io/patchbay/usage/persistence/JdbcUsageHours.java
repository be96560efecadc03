package io.patchbay.usage.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import io.patchbay.usage.Calls;
import io.patchbay.usage.Durations;
import io.patchbay.usage.UsageHour;
import io.patchbay.usage.UsageHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcUsageHours implements UsageHours {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcUsageHours.class);

    private static final Comparator<UsageHour> ORDER =
            Comparator.comparing((UsageHour it) -> it.access().value()).thenComparing(UsageHour::hour);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private @Nullable Unheard unheard;

    JdbcUsageHours(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was counted of one access in one hour. */
    private record Key(UUID company, UUID access, Instant hour) {}

    /** The row that an hour was added to, which is locked by now; its durations lack those of the hour if it was there before. */
    private record Row(Key key, long calls, byte[] durations) {}

    /** What was added, and the database has not said whether for good. */
    private record Unheard(String transaction, List<UsageHour> hours) {}

    /** Where it cannot be heard whether something is written for good, the next time asks, so that it counts once. */
    @Override
    public synchronized void add(Collection<UsageHour> hours) {
        settle();
        write(hours);
    }

    private void settle() {
        var before = unheard;
        if (before != null && !isWritten(before.transaction())) {
            write(before.hours());
        }
        if (unheard != before) {
            throw new DataAccessResourceFailureException("Nobody hears whether use counts are written");
        }
        unheard = null;
    }

    private void write(Collection<UsageHour> hours) {
        // All nodes in the same order, so that no two wait for each other.
        var ordered = hours.stream().sorted(ORDER).toList();
        var added = new AtomicReference<@Nullable String>();
        try {
            transaction.executeWithoutResult(status -> {
                addDurations(ordered, addCalls(ordered));
                added.set(currentTransaction());
            });
        } catch (RuntimeException failure) {
            var it = added.get();
            if (it == null) {
                throw failure;
            }
            LOG.warn(
                    "It is not known whether use counts were written; that is asked before the next ones are", failure);
            unheard = new Unheard(it, ordered);
        }
    }

    private String currentTransaction() {
        return jdbc.sql("select cast(pg_current_xact_id() as text)")
                .query(String.class)
                .single();
    }

    /** A server that took over and has not got so far yet never saw it. */
    private boolean isWritten(String transaction) {
        var status = jdbc.sql("""
                        select case when cast(:id as xid8) >= pg_snapshot_xmax(pg_current_snapshot()) then 'aborted'
                            else coalesce(pg_xact_status(cast(:id as xid8)), 'committed') end
                        """).param("id", transaction).query(String.class).single();
        return switch (status) {
            case "committed" -> true;
            case "aborted" -> false;
            default -> throw new DataAccessResourceFailureException("Use counts are still being written");
        };
    }

    @Override
    public List<UsageHour> since(CompanyId company, Collection<AccessId> accesses, Instant from) {
        return jdbc.sql("""
                select company_id, access_id, hour, calls, unanswered, client_errors, server_errors, durations
                from usage_hour
                where company_id = ? and access_id = any(?) and hour >= ?
                """)
                .params(
                        company.value(),
                        accesses.stream().map(AccessId::value).toArray(UUID[]::new),
                        Moments.toColumn(from))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public int removeBefore(Instant hour, int limit) {
        return jdbc.sql("""
                delete from usage_hour where ctid = any(array(
                    select ctid from usage_hour where hour < ? limit %d for update skip locked))
                """.formatted(limit)).param(Moments.toColumn(hour)).update();
    }

    // What is being removed just now is passed over, so nobody who removes waits for us, nor we for them.
    private List<Row> addCalls(List<UsageHour> hours) {
        return jdbc.sql("""
                with added as materialized (
                    select it.company_id, it.id, each.hour, each.calls, each.unanswered, each.client_errors,
                        each.server_errors, each.durations
                    from unnest(cast(:companies as uuid[]), cast(:accesses as uuid[]), cast(:hours as timestamptz[]),
                        cast(:calls as bigint[]), cast(:unanswered as bigint[]), cast(:client_errors as bigint[]),
                        cast(:server_errors as bigint[]), cast(:durations as bytea[]))
                        as each (company_id, access_id, hour, calls, unanswered, client_errors, server_errors, durations)
                    join system_access it on it.company_id = each.company_id and it.id = each.access_id
                    for key share of it skip locked)
                insert into usage_hour (
                        company_id, access_id, hour, calls, unanswered, client_errors, server_errors, durations)
                    select * from added order by added.id, added.hour
                    on conflict (company_id, access_id, hour) do update set
                        calls = usage_hour.calls + excluded.calls,
                        unanswered = usage_hour.unanswered + excluded.unanswered,
                        client_errors = usage_hour.client_errors + excluded.client_errors,
                        server_errors = usage_hour.server_errors + excluded.server_errors
                    returning company_id, access_id, hour, calls, durations
                """)
                .param("companies", all(hours, it -> it.company().value(), UUID[]::new))
                .param("accesses", all(hours, it -> it.access().value(), UUID[]::new))
                .param("hours", all(hours, it -> it.hour().toString(), String[]::new))
                .param("calls", numbers(hours, it -> it.calls().all()))
                .param("unanswered", numbers(hours, it -> it.calls().unanswered()))
                .param("client_errors", numbers(hours, it -> it.calls().clientErrors()))
                .param("server_errors", numbers(hours, it -> it.calls().serverErrors()))
                .param("durations", all(hours, it -> it.durations().toBytes(), byte[][]::new))
                .query((row, number) -> new Row(
                        new Key(
                                row.getObject("company_id", UUID.class),
                                row.getObject("access_id", UUID.class),
                                Moments.read(row, "hour")),
                        row.getLong("calls"),
                        row.getBytes("durations")))
                .list();
    }

    /** The database cannot add durations up, but it has locked the rows. */
    private void addDurations(List<UsageHour> hours, List<Row> rows) {
        var byKey = hours.stream()
                .collect(Collectors.toMap(
                        it -> new Key(it.company().value(), it.access().value(), it.hour()), Function.identity()));
        var keys = new ArrayList<Key>();
        var durations = new ArrayList<byte[]>();
        for (var row : rows) {
            var hour = byKey.get(row.key());
            if (hour != null && row.calls() > hour.calls().all()) {
                keys.add(row.key());
                durations.add(sum(row.durations(), hour.durations()));
            }
        }
        if (!keys.isEmpty()) {
            jdbc.sql("""
                    update usage_hour it set durations = each.durations
                    from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as timestamptz[]), cast(? as bytea[]))
                        as each (company_id, access_id, hour, durations)
                    where it.company_id = each.company_id and it.access_id = each.access_id and it.hour = each.hour
                    """)
                    .params(
                            keys.stream().map(Key::company).toArray(UUID[]::new),
                            keys.stream().map(Key::access).toArray(UUID[]::new),
                            keys.stream().map(it -> it.hour().toString()).toArray(String[]::new),
                            durations.toArray(byte[][]::new))
                    .update();
        }
    }

    private static byte[] sum(byte[] kept, Durations more) {
        var sum = Durations.ofBytes(kept);
        sum.add(more);
        return sum.toBytes();
    }

    private static UsageHour read(ResultSet row) throws SQLException {
        return new UsageHour(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new AccessId(row.getObject("access_id", UUID.class)),
                Moments.read(row, "hour"),
                new Calls(
                        row.getLong("calls"),
                        row.getLong("unanswered"),
                        row.getLong("client_errors"),
                        row.getLong("server_errors")),
                Durations.ofBytes(row.getBytes("durations")));
    }

    private static <T> T[] all(List<UsageHour> hours, Function<UsageHour, T> value, IntFunction<T[]> array) {
        return hours.stream().map(value).toArray(array);
    }

    private static Long[] numbers(List<UsageHour> hours, ToLongFunction<UsageHour> value) {
        return hours.stream().mapToLong(value).boxed().toArray(Long[]::new);
    }
}
