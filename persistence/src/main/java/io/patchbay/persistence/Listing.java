package io.patchbay.persistence;

import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Database database,
        String columns,
        String table,
        String join,
        RowMapper<T> mapper,
        Map<Order.By, SortKey> keys) {

    /** How many rows of the list's beginning show whether a text is common enough to be found by reading on. */
    private static final int TASTED = 1_000;

    /** How far to read on: a text that one in 250 names has fills a page long before. */
    private static final int READ = 10_000;

    /** A list without joins. */
    public static <T> Listing<T> of(Database database, String columns, String table, RowMapper<T> mapper) {
        return new Listing<>(database, columns, table, "", mapper, Map.of());
    }

    /** The same list, which can go by more than birth. */
    public Listing<T> by(Map<Order.By, SortKey> more) {
        return new Listing<>(database, columns, table, join, mapper, more);
    }

    /**
     * One part of it, in one statement, or in two for a text that the beginning of the list does not have often enough.
     *
     * @throws IllegalArgumentException for an order that this list has not
     */
    public Page<T> page(Filter filter, Page.Request request) {
        var from = request.from();
        var ascending = request.order().descending() == request.backwards();
        var narrowed = beyond(filter, request, ascending);
        var found = narrowed.searchesText() && request.order().by() == Order.By.BIRTH
                ? atTheBeginning(narrowed, request, ascending)
                : List.<T>of();
        if (found.size() <= request.size()) {
            found = find(narrowed, sorting(request, ascending), request.size() + 1);
        }
        var more = found.size() > request.size();
        var items = found.subList(0, Math.min(found.size(), request.size()));
        return request.backwards()
                ? new Page<>(items.reversed(), from != null, more)
                : new Page<>(items, more, from != null);
    }

    private List<T> atTheBeginning(Filter filter, Page.Request request, boolean ascending) {
        return database.jdbc()
                .sql(beginning(filter, sorting(request, ascending), request.size() + 1))
                .params(filter.parameters())
                .query(mapper)
                .list();
    }

    /**
     * What is found by reading a bounded part of the list in its own order, if its first rows have anything. For a text that
     * one in hundreds of names has, the indexes of names give thousands of rows from all over the table, of which a page needs
     * the first few; and how common a text is, the planner knows only by the hundred.
     */
    String beginning(Filter filter, String order, int limit) {
        var row = filter.rowCondition();
        return "select " + columns + " from " + first(READ, filter, order) + " it " + join
                + " where exists (select 1 from " + first(TASTED, filter, order) + " it where " + row + ") and " + row
                + " order by " + order + " limit " + limit;
    }

    private String first(int rows, Filter filter, String order) {
        return "(select it.* from " + table + " it where " + filter.rangeCondition() + " order by " + order + " limit "
                + rows + ")";
    }

    /** The statement for one part; narrows the filter to what lies beyond its edge. */
    String sql(Filter filter, Page.Request request) {
        var ascending = request.order().descending() == request.backwards();
        return sql(beyond(filter, request, ascending), sorting(request, ascending), request.size() + 1);
    }

    private Filter beyond(Filter filter, Page.Request request, boolean ascending) {
        var from = request.from();
        if (from == null) {
            return filter;
        }
        return request.order().by() == Order.By.BIRTH
                ? filter.beyond(from.id(), ascending)
                : filter.beyond(key(request.order()), ascending, from);
    }

    private String sorting(Page.Request request, boolean ascending) {
        var way = ascending ? " asc" : " desc";
        return request.order().by() == Order.By.BIRTH
                ? "it.id" + way
                : key(request.order()).sorting(way) + ", it.id" + way;
    }

    private SortKey key(Order order) {
        return Optional.ofNullable(keys.get(order.by()))
                .orElseThrow(() -> new IllegalArgumentException("No order of " + table + ": " + order.by()));
    }

    /** The only row there can be. */
    public Optional<T> one(Filter filter) {
        return find(filter, "it.id", 1).stream().findFirst();
    }

    /** At most {@code limit} rows in this order. */
    public List<T> find(Filter filter, String order, int limit) {
        return client(filter)
                .sql(sql(filter, order, limit))
                .params(filter.parameters())
                .query(mapper)
                .list();
    }

    private String sql(Filter filter, String order, int limit) {
        // A literal, because a limit that is a parameter makes PostgreSQL plan every time; there are few of them.
        return "select " + columns + " from " + table + " it " + join + " where " + filter.condition() + " order by "
                + order + " limit " + limit;
    }

    /** Counts no further than a count goes. */
    public Count count(Filter filter) {
        return Count.of(client(filter)
                .sql("select count(*) from (select 1 from " + table + " it where " + filter.condition() + " limit "
                        + (Count.BOUND + 1) + ") counted")
                .params(filter.parameters())
                .query(Integer.class)
                .single());
    }

    private JdbcClient client(Filter filter) {
        return filter.searchesText() ? database.replanning() : database.jdbc();
    }
}
