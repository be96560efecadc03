package io.patchbay.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Keyset pages over a list in memory, with the same answers as the database gives. */
public final class InMemoryPages {

    private InMemoryPages() {}

    public static <T> Page<T> page(List<T> all, Function<T, UUID> id, Page.Request request) {
        var newestFirst =
                Comparator.comparing((T item) -> id.apply(item).toString()).reversed();
        var sorted = all.stream().sorted(newestFirst).toList();
        var from = request.from();
        if (request.backwards()) {
            var newer = sorted.stream()
                    .filter(item -> from == null || compare(id.apply(item), from) > 0)
                    .toList();
            var start = Math.max(0, newer.size() - request.size());
            return new Page<>(newer.subList(start, newer.size()), from != null, start > 0);
        }
        var older = new ArrayList<>(sorted.stream()
                .filter(item -> from == null || compare(id.apply(item), from) < 0)
                .toList());
        var end = Math.min(older.size(), request.size());
        return new Page<>(older.subList(0, end), older.size() > end, from != null);
    }

    // UUID.compareTo is signed; the order of birth is the order of the text.
    private static int compare(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
