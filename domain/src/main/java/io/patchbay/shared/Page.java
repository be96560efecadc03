package io.patchbay.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is ordered by id, newest first, reached by keyset and never by offset.
 *
 * @param items at most as many as were asked for, newest first
 * @param hasNext whether older ones follow
 * @param hasPrevious whether newer ones stand before
 */
public record Page<T>(List<T> items, boolean hasNext, boolean hasPrevious) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), hasNext, hasPrevious);
    }

    /**
     * Which part is wanted.
     *
     * @param size 1 to {@link #MAX_SIZE}
     * @param from the id from which to go on, itself not included; null from the edge
     * @param backwards false: older than {@code from}, the newest of these; true: newer than {@code from}, the oldest of these
     */
    public record Request(int size, @Nullable UUID from, boolean backwards) {

        /** What one page holds at most. */
        public static final int MAX_SIZE = 100;

        public Request {
            if (size < 1 || size > MAX_SIZE) {
                throw new IllegalArgumentException("A page holds 1 to " + MAX_SIZE + ", not " + size);
            }
        }

        /** The newest. */
        public static Request first(int size) {
            return new Request(size, null, false);
        }
    }
}
