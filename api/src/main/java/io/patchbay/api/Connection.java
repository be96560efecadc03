package io.patchbay.api;

import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.UUID;
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

    /** A page of a list whose items go by UUIDs. */
    public static <T> Connection<T> of(NodeType list, Page<T> page, Function<T, UUID> id, Supplier<Count> counting) {
        return named(list, page, item -> id.apply(item).toString(), counting);
    }

    /** A page of a list whose items go by names. */
    public static <T> Connection<T> named(
            NodeType list, Page<T> page, Function<T, String> name, Supplier<Count> counting) {
        var edges = page.items().stream()
                .map(item -> new Edge<>(new Cursor(list, name.apply(item)).text(), item))
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
