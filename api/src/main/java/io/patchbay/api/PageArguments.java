package io.patchbay.api;

import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part of a list a client asks for, as Relay's connections have it. */
public record PageArguments(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {

    private static final int USUAL_SIZE = 20;

    // Java would take years that no database keeps.
    private static final Pattern YEAR_OF_FOUR_DIGITS = Pattern.compile("\\d{4}-");

    /**
     * The part of a list of this type in this order, whose items have UUIDs.
     *
     * @throws BadArgument where the arguments name no part
     */
    public Page.Request request(NodeType list, Order order) {
        var from = from(list, order);
        return new Page.Request(
                size(),
                order,
                from == null ? null : new Page.Place(UUID.fromString(from.name()), from.key()),
                backwards());
    }

    /**
     * The part of a list in memory, of the wanted ones among all, which are in this order.
     *
     * @throws BadArgument where the arguments name no part
     */
    public <T> Page<T> of(NodeType list, Order order, List<T> all, Function<T, String> name, Predicate<T> wanted) {
        var size = size();
        var from = from(list, order);
        var place = from == null ? -1 : all.stream().map(name).toList().indexOf(from.name());
        if (from != null && place < 0) {
            throw badCursor();
        }
        var before = wanted(all.stream().limit(Math.max(place, 0)), wanted);
        var after = wanted(all.stream().skip(place + 1L), wanted);
        if (!backwards()) {
            return new Page<>(head(after, size), after.size() > size, place >= 0);
        }
        var newer = place < 0 ? after : before;
        return new Page<>(tail(newer, size), place >= 0, newer.size() > size);
    }

    private int size() {
        if (first != null && last != null) {
            throw new BadArgument("last", "Ask for the first or for the last, not for both");
        }
        if (after != null && (last != null || before != null)) {
            throw new BadArgument("after", "\"after\" goes with \"first\"");
        }
        if (before != null && first != null) {
            throw new BadArgument("before", "\"before\" goes with \"last\"");
        }
        return last == null ? within("first", first) : within("last", last);
    }

    private static int within(String argument, @Nullable Integer size) {
        if (size != null && (size < 1 || size > Page.Request.MAX_SIZE)) {
            throw new BadArgument(argument, "Ask for 1 to " + Page.Request.MAX_SIZE);
        }
        return size == null ? USUAL_SIZE : size;
    }

    private boolean backwards() {
        return last != null || before != null;
    }

    private @Nullable Cursor from(NodeType list, Order order) {
        var given = backwards() ? before : after;
        if (given == null) {
            return null;
        }
        var cursor = Cursor.parse(list, given).orElseThrow(this::badCursor);
        if (!cursor.order().equals(order)) {
            throw new BadArgument(
                    cursorArgument(),
                    "This cursor belongs to another order; repeat its orderBy, or begin anew without it");
        }
        if (!means(cursor)) {
            throw badCursor();
        }
        return cursor;
    }

    /** Whether its key can be one. Ours always are, but anybody may make a cursor. */
    private static boolean means(Cursor cursor) {
        var key = cursor.key();
        return switch (cursor.order().by()) {
            case BIRTH -> key.isEmpty();
            case NAME -> key.indexOf('\0') < 0;
            case STATUS -> key.matches("\\d{1,2}");
            case CHANGE, END -> isMoment(key);
            case URGENCY -> key.matches("\\d \\S+") && isMoment(key.substring(2));
        };
    }

    private static boolean isMoment(String key) {
        try {
            return YEAR_OF_FOUR_DIGITS.matcher(key).lookingAt()
                    && Instant.parse(key).toString().equals(key);
        } catch (DateTimeParseException notAMoment) {
            return false;
        }
    }

    private String cursorArgument() {
        return backwards() ? "before" : "after";
    }

    private BadArgument badCursor() {
        return new BadArgument(cursorArgument(), "Not a cursor of this list");
    }

    private static <T> List<T> wanted(Stream<T> part, Predicate<T> wanted) {
        return part.filter(wanted).toList();
    }

    private static <T> List<T> head(List<T> items, int size) {
        return items.subList(0, Math.min(items.size(), size));
    }

    private static <T> List<T> tail(List<T> items, int size) {
        return items.subList(Math.max(0, items.size() - size), items.size());
    }
}
