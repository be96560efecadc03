package io.patchbay.persistence;

import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list over one table, which its SQL calls {@code it}.
 *
 * @param columns what is read, also from the joined tables
 * @param table what is counted
 * @param join further tables with exactly one row for each of the first; may be empty
 */
public record Listing<T>(Database database, String columns, String table, String join, RowMapper<T> mapper) {

    /** A list without joins. */
    public static <T> Listing<T> of(Database database, String columns, String table, RowMapper<T> mapper) {
        return new Listing<>(database, columns, table, "", mapper);
    }

    /** Ordered by id, newest first, in one statement. */
    public Page<T> page(Filter filter, Page.Request request) {
        var from = request.from();
        if (from != null) {
            filter.compare("it.id", request.backwards() ? ">" : "<", from);
        }
        var found = find(filter, "it.id " + (request.backwards() ? "asc" : "desc"), request.size() + 1);
        var more = found.size() > request.size();
        var items = found.subList(0, Math.min(found.size(), request.size()));
        return request.backwards()
                ? new Page<>(items.reversed(), from != null, more)
                : new Page<>(items, more, from != null);
    }

    /** The only row there can be. */
    public Optional<T> one(Filter filter) {
        return find(filter, "it.id", 1).stream().findFirst();
    }

    /** At most {@code limit} rows in this order. */
    public List<T> find(Filter filter, String order, int limit) {
        // A literal, because a limit that is a parameter makes PostgreSQL plan every time; there are few of them.
        return client(filter)
                .sql("select " + columns + " from " + table + " it " + join + " where " + filter.condition()
                        + " order by " + order + " limit " + limit)
                .params(filter.parameters())
                .query(mapper)
                .list();
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
