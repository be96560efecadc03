package io.patchbay.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list in some order, newest first unless told, reached by keyset and never by offset.
 *
 * @param items at most as many as were asked for, in the list's order
 * @param hasNext whether others follow
 * @param hasPrevious whether others stand before
 */
public record Page<T>(List<T> items, boolean hasNext, boolean hasPrevious) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same part of the list in the opposite order. */
    public Page<T> reversed() {
        return new Page<>(items.reversed(), hasPrevious, hasNext);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), hasNext, hasPrevious);
    }

    /**
     * Where in a list an item stands, or stood when it was read.
     *
     * @param key what the list goes by, as text; empty where it goes by birth, which the id tells
     */
    public record Place(UUID id, String key) {

        /** In a list that goes by birth. */
        public static Place of(UUID id) {
            return new Place(id, "");
        }
    }

    /**
     * Which part is wanted.
     *
     * @param size 1 to {@link #MAX_SIZE}
     * @param from the place from which to go on, itself not included; null from the edge
     * @param backwards false: what follows {@code from}, the first of these; true: what stands before it, the last of these
     */
    public record Request(int size, Order order, @Nullable Place from, boolean backwards) {

        /** What one page holds at most. */
        public static final int MAX_SIZE = 100;

        public Request {
            if (size < 1 || size > MAX_SIZE) {
                throw new IllegalArgumentException("A page holds 1 to " + MAX_SIZE + ", not " + size);
            }
        }

        /** Newest first, from the item of this id. */
        public Request(int size, @Nullable UUID from, boolean backwards) {
            this(size, Order.NEWEST_FIRST, from == null ? null : Place.of(from), backwards);
        }

        /** The newest. */
        public static Request first(int size) {
            return new Request(size, Order.NEWEST_FIRST, null, false);
        }
    }
}
