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
 * One page of a list, as Relay's connections have it. Everything is made when somebody asks for it: most ask for few cursors
 * and for no count.
 *
 * @param cursor where in the list an item stands
 * @param counting counts the whole list
 */
public record Connection<T>(Page<T> page, Function<T, String> cursor, Supplier<Count> counting) {

    /** An item and its place in the list. */
    public record Edge<T>(String cursor, T node) {}

    /** Where the page stands in the whole list. */
    public record PageInfo<T>(Page<T> page, Function<T, String> cursor) {

        public boolean hasNextPage() {
            return page.hasNext();
        }

        public boolean hasPreviousPage() {
            return page.hasPrevious();
        }

        public @Nullable String startCursor() {
            return page.items().isEmpty() ? null : cursor.apply(page.items().getFirst());
        }

        public @Nullable String endCursor() {
            return page.items().isEmpty() ? null : cursor.apply(page.items().getLast());
        }
    }

    /** A page of a list whose items have UUIDs. */
    public static <T> Connection<T> of(
            NodeType list,
            Order order,
            Page<T> page,
            BiFunction<T, Order, Page.Place> place,
            Supplier<Count> counting) {
        return new Connection<>(
                page,
                item -> {
                    var at = place.apply(item, order);
                    return new Cursor(list, order, at.id().toString(), at.key()).text();
                },
                counting);
    }

    /** A page of a list in memory, whose items have names. */
    public static <T> Connection<T> named(
            NodeType list, Order order, Page<T> page, Function<T, String> name, Supplier<Count> counting) {
        return new Connection<>(page, item -> new Cursor(list, order, name.apply(item), "").text(), counting);
    }

    /** The items, each with its place. */
    public List<Edge<T>> edges() {
        return page.items().stream()
                .map(item -> new Edge<>(cursor.apply(item), item))
                .toList();
    }

    /** The items themselves. */
    public List<T> nodes() {
        return page.items();
    }

    /** Where this page stands. */
    public PageInfo<T> pageInfo() {
        return new PageInfo<>(page, cursor);
    }

    /** How many items the whole list has. */
    public Count totalCount() {
        return counting.get();
    }
}
