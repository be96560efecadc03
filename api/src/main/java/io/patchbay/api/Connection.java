package io.patchbay.api;

import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as Relay's connections have it.
 *
 * @param counting counts the whole list; run only when somebody asks
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, Supplier<Count> counting) {

    /** An item and its place in the list. */
    public record Edge<T>(String cursor, T node) {}

    /** Where the page stands in the whole list. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** A page of a list whose items have UUIDs. */
    public static <T> Connection<T> of(
            NodeType list,
            Order order,
            Page<T> page,
            BiFunction<T, Order, Page.Place> place,
            Supplier<Count> counting) {
        return of(
                page,
                item -> {
                    var at = place.apply(item, order);
                    return new Cursor(list, order, at.id().toString(), at.key());
                },
                counting);
    }

    /** A page of a list in memory, whose items have names. */
    public static <T> Connection<T> named(
            NodeType list, Order order, Page<T> page, Function<T, String> name, Supplier<Count> counting) {
        return of(page, item -> new Cursor(list, order, name.apply(item), ""), counting);
    }

    private static <T> Connection<T> of(Page<T> page, Function<T, Cursor> cursor, Supplier<Count> counting) {
        var edges = page.items().stream()
                .map(item -> new Edge<>(cursor.apply(item).text(), item))
                .toList();
        return new Connection<>(
                edges,
                new PageInfo(
                        page.hasNext(),
                        page.hasPrevious(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                counting);
    }

    /** The items themselves. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** How many items the whole list has. */
    public Count totalCount() {
        return counting.get();
    }
}
