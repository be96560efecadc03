package io.patchbay.persistence;

import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list over one table, which its SQL calls {@code it}.
 *
 * @param columns what is read, also from the joined tables
 * @param table what is counted
 * @param join further tables with exactly one row for each of the first; may be empty
 * @param keys what the list can go by, besides birth
 */
public record Listing<T>(
        JdbcClient jdbc, String columns, String table, String join, RowMapper<T> mapper, Map<Order.By, SortKey> keys) {

    /** A list without joins. */
    public static <T> Listing<T> of(JdbcClient jdbc, String columns, String table, RowMapper<T> mapper) {
        return new Listing<>(jdbc, columns, table, "", mapper, Map.of());
    }

    /** The same list, which can go by more than birth. */
    public Listing<T> by(Map<Order.By, SortKey> more) {
        return new Listing<>(jdbc, columns, table, join, mapper, more);
    }

    /**
     * One part of it, in one statement.
     *
     * @throws IllegalArgumentException for an order that this list has not
     */
    public Page<T> page(Filter filter, Page.Request request) {
        var sql = sql(filter, request);
        var found = query(sql, filter).query(mapper).list();
        var more = found.size() > request.size();
        var items = found.subList(0, Math.min(found.size(), request.size()));
        var from = request.from();
        return request.backwards()
                ? new Page<>(items.reversed(), from != null, more)
                : new Page<>(items, more, from != null);
    }

    /** The statement for one part; narrows the filter to what lies beyond its edge. */
    String sql(Filter filter, Page.Request request) {
        var sorting = new Sorting(key(request.order()), request.order().descending() == request.backwards());
        var narrowed = beyond(filter, request, sorting.ascending());
        return narrowed.text() == null
                ? sql(narrowed, sorting.sql(), request.size() + 1)
                : searching(narrowed, sorting, request.size() + 1);
    }

    private String searching(Filter filter, Sorting sorting, int limit) {
        return "select " + columns + " from " + new TextSearch(table, filter).ids(sorting, limit) + " found join "
                + table
                + " it on it.company_id = " + filter.company() + " and it.id = found.id " + join + " order by "
                + sorting.sql();
    }

    private Filter beyond(Filter filter, Page.Request request, boolean ascending) {
        var from = request.from();
        if (from == null) {
            return filter;
        }
        var key = key(request.order());
        return key == null ? filter.beyond(from.id(), ascending) : filter.beyond(key, ascending, from);
    }

    /** Null: none but birth. */
    private @Nullable SortKey key(Order order) {
        return order.by() == Order.By.BIRTH
                ? null
                : Optional.ofNullable(keys.get(order.by()))
                        .orElseThrow(() -> new IllegalArgumentException("No order of " + table + ": " + order.by()));
    }

    /** The only row there can be. */
    public Optional<T> one(Filter filter) {
        return find(filter, "it.id", 1).stream().findFirst();
    }

    /** At most {@code limit} rows in this order. */
    public List<T> find(Filter filter, String order, int limit) {
        return query(sql(filter, order, limit), filter).query(mapper).list();
    }

    private String sql(Filter filter, String order, int limit) {
        // A literal, because a limit that is a parameter makes PostgreSQL plan every time; there are few of them.
        return "select " + columns + " from " + table + " it " + join + " where " + filter.condition() + " order by "
                + order + " limit " + limit;
    }

    /** Counts no further than a count goes. */
    public Count count(Filter filter) {
        var counted = filter.text() == null
                ? "(select 1 from " + table + " it where " + filter.condition() + " limit " + (Count.BOUND + 1) + ")"
                : new TextSearch(table, filter).ids(Sorting.OLDEST_FIRST, Count.BOUND + 1);
        return Count.of(query("select count(*) from " + counted + " counted", filter)
                .query(Integer.class)
                .single());
    }

    private JdbcClient.StatementSpec query(String sql, Filter filter) {
        return jdbc.sql(sql).params(filter.parameters());
    }
}
