package io.patchbay.api;

import io.patchbay.shared.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part of a list a client asks for, as Relay's connections have it. */
public record PageArguments(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {

    private static final int USUAL_SIZE = 20;

    /**
     * The part of a list of this type that goes by UUIDs.
     *
     * @throws BadArgument where the arguments name no part
     */
    public Page.Request request(NodeType list) {
        var from = from(list);
        return new Page.Request(size(), from == null ? null : UUID.fromString(from), backwards());
    }

    /**
     * The part of a list in memory, of the wanted ones among all.
     *
     * @throws BadArgument where the arguments name no part
     */
    public <T> Page<T> of(NodeType list, List<T> all, Function<T, String> name, Predicate<T> wanted) {
        var size = size();
        var from = from(list);
        var place = from == null ? -1 : all.stream().map(name).toList().indexOf(from);
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

    private @Nullable String from(NodeType list) {
        var cursor = backwards() ? before : after;
        return cursor == null
                ? null
                : Cursor.parse(list, cursor).map(Cursor::name).orElseThrow(this::badCursor);
    }

    private BadArgument badCursor() {
        return new BadArgument(backwards() ? "before" : "after", "Not a cursor of this list");
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
