package io.patchbay.persistence;

import io.patchbay.shared.Order;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * What a list goes by, as SQL knows it. An index has the same expression followed by the id, so that every page of the list is
 * a range of it.
 *
 * @param expression over the list's table, which is called {@code it}
 * @param given the same over a parameter, which stands where {@code %s} does
 * @param parameter that parameter, from the key of a place
 */
public record SortKey(String expression, String given, Function<String, Object> parameter) {

    // Bytes, because an order that belongs to a language changes with the operating system's tables, under the index.
    private static final SortKey NAME =
            new SortKey("lower(it.name) collate \"C\"", "lower(%s) collate \"C\"", name -> name);

    private static final SortKey CHANGE =
            new SortKey("it.updated_at", "%s", moment -> Moments.toColumn(Instant.parse(moment)));

    /** For tables with a column {@code name}. */
    public static final Map<Order.By, SortKey> BY_NAME = Map.of(Order.By.NAME, NAME);

    /** For tables with {@code name} and {@code updated_at} too, and a status that this expression makes a number of. */
    public static Map<Order.By, SortKey> byNameAndChangeAnd(String status) {
        return Map.of(
                Order.By.NAME,
                NAME,
                Order.By.CHANGE,
                CHANGE,
                Order.By.STATUS,
                new SortKey(
                        status,
                        "%s", // The database counts from 1.
                        ordinal -> Integer.parseInt(ordinal) + 1));
    }
}
