package io.patchbay.persistence;

import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of one company a list shows. Columns and conditions are text of ours; everything that came from outside becomes
 * a parameter. Not thread-safe.
 */
public final class Filter {

    private final List<Comparison> uuids = new ArrayList<>();
    private final List<String> ranges = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Text text;

    private Filter() {}

    /** All rows of a company; the list's table is called {@code it}. */
    public static Filter of(UUID company) {
        return new Filter().uuid("it.company_id", "=", company);
    }

    /** Only rows on one side of this one, in the order of their ids. */
    Filter beyond(UUID id, boolean ascending) {
        return uuid("it.id", ascending ? ">" : "<", id);
    }

    private Filter uuid(String column, String operator, UUID value) {
        uuids.add(new Comparison(column, operator, parameter(value)));
        return this;
    }

    /** Only rows for which this holds, which has no parameters and goes with the company at the head of the list's indexes. */
    public Filter range(String condition) {
        ranges.add(condition);
        return this;
    }

    /** Only rows for which this holds, which has no parameters. */
    public Filter where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Only rows for which this holds, whose one parameter stands where {@code %s} does. */
    public Filter where(String condition, Object value) {
        return where(condition.formatted(":" + parameter(value)));
    }

    /** Only rows with this value; null: any. */
    public Filter equal(String column, @Nullable Object value) {
        return value == null ? this : compare(column, "=", value);
    }

    /** Only rows on one side of this value. */
    public Filter compare(String column, String operator, Object value) {
        return value instanceof String text && !isKept(text)
                ? where("false")
                : where(column + " " + operator + " :" + parameter(value));
    }

    /** PostgreSQL keeps no such character, so nothing can be equal to it, and asking would be an error. */
    private static boolean isKept(String text) {
        return text.indexOf('\0') < 0;
    }

    /** Only rows with one of these ids. */
    public Filter in(String column, List<UUID> ids) {
        return where(column + " = any(:" + parameter(ids.toArray(UUID[]::new)) + ")");
    }

    /** Only rows on one side of this place in the list. */
    Filter beyond(SortKey key, boolean ascending, Page.Place place) {
        var expressions = new ArrayList<String>();
        var given = new ArrayList<String>();
        for (var part : key.parts()) {
            expressions.add(part.expression());
            given.add(part.given().formatted(":" + parameter(part.parameter().apply(place.key()))));
        }
        return range("(%s, it.id) %s (%s, :%s)"
                .formatted(
                        String.join(", ", expressions),
                        ascending ? ">" : "<",
                        String.join(", ", given),
                        parameter(place.id())));
    }

    /** Only rows with this text somewhere in a name, in any case and read literally; null or empty: any. */
    public Filter contains(String column, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        // No name is so long.
        if (text.codePointCount(0, text.length()) > Name.MAX_LENGTH || !isKept(text)) {
            return where("false");
        }
        this.text = new Text(column, parameter(text), parameter('%' + literally(text) + '%'));
        return this;
    }

    /** Only rows with one of these constants; none: any. */
    public Filter in(String column, Collection<? extends Enum<?>> constants) {
        return constants.isEmpty() ? this : where(column + " in (" + quoted(constants) + ")");
    }

    /** The names of constants, as SQL literals in a steady order, so that equal questions are equal statements. */
    public static String quoted(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(it -> "'" + it.name() + "'").sorted().collect(Collectors.joining(", "));
    }

    /** What is searched for by part of a name; null: nothing. */
    @Nullable
    Text text() {
        return text;
    }

    /** The company's id, as an expression. */
    String company() {
        return uuids.getFirst().value();
    }

    /** Everything that must hold for a row. */
    String condition() {
        return text == null ? conditionButText() : conditionButText() + " and " + text.condition();
    }

    /** All of it but the text that is searched for. */
    String conditionButText() {
        return Stream.of(uuids.stream().map(Comparison::condition), ranges.stream(), conditions.stream())
                .flatMap(Function.identity())
                .collect(Collectors.joining(" and "));
    }

    /** The part that the primary key answers: the company, and the edge of a page in the order of birth. */
    String conditionOnIds() {
        return uuids.stream().map(Comparison::condition).collect(Collectors.joining(" and "));
    }

    /**
     * A comparison with a UUID. Where the planner sees its value, it finds the plan for this company or for a late page a little
     * cheaper than the plan for all, and plans each time anew, which costs more than the list itself; behind a subquery it sees
     * none.
     */
    private record Comparison(String column, String operator, String parameter) {

        String condition() {
            return column + " " + operator + " " + value();
        }

        String value() {
            return "(select cast(:" + parameter + " as uuid))";
        }
    }

    /**
     * A text somewhere in a name; hidden from the planner for the same reason.
     *
     * @param text parameter with the text
     * @param pattern parameter with the pattern that such a name matches
     */
    record Text(String column, String text, String pattern) {

        String value() {
            return "(select cast(:" + text + " as text))";
        }

        String condition() {
            return column + " ilike (select cast(:" + pattern + " as text))";
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String parameter(Object value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
