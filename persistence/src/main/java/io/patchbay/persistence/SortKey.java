package io.patchbay.persistence;

import io.patchbay.shared.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a list goes by, as SQL knows it: one expression, or several, each where those before it are equal. An index has the same
 * expressions followed by the id, so that every page of the list is a range of it.
 */
public record SortKey(List<Part> parts) {

    /**
     * One expression.
     *
     * @param expression over the list's table, which is called {@code it}
     * @param given the same over a parameter, which stands where {@code %s} does
     * @param parameter that parameter, from the key of a place
     */
    public record Part(String expression, String given, Function<String, Object> parameter) {}

    // Bytes, because an order that belongs to a language changes with the operating system's tables, under the index.
    private static final SortKey NAME =
            of(new Part("lower(it.name) collate \"C\"", "lower(%s) collate \"C\"", name -> name));

    private static final SortKey CHANGE =
            of(new Part("it.updated_at", "%s", moment -> Moments.toColumn(Instant.parse(moment))));

    /** For tables with a column {@code name}. */
    public static final Map<Order.By, SortKey> BY_NAME = Map.of(Order.By.NAME, NAME);

    public SortKey {
        parts = List.copyOf(parts);
    }

    public static SortKey of(Part... parts) {
        return new SortKey(List.of(parts));
    }

    /** For tables with {@code name} and {@code updated_at} too, and a status that this expression makes a number of. */
    public static Map<Order.By, SortKey> byNameAndChangeAnd(String status) {
        return Map.of(
                Order.By.NAME,
                NAME,
                Order.By.CHANGE,
                CHANGE,
                Order.By.STATUS,
                of(new Part(
                        status,
                        "%s", // The database counts from 1.
                        ordinal -> Integer.parseInt(ordinal) + 1)));
    }

    /** What to sort by, all of it the same way. */
    String sorting(String way) {
        return parts.stream().map(part -> part.expression() + way).collect(Collectors.joining(", "));
    }
}
