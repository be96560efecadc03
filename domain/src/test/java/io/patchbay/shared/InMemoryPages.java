package io.patchbay.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Keyset pages over a list in memory, with the same answers as the database gives. */
public final class InMemoryPages {

    private InMemoryPages() {}

    public static <T> Page<T> page(List<T> all, BiFunction<T, Order, Page.Place> place, Page.Request request) {
        var order = order(request.order());
        var sorted = all.stream()
                .sorted(Comparator.comparing(item -> place.apply(item, request.order()), order))
                .toList();
        var from = request.from();
        if (request.backwards()) {
            var before = sorted.stream()
                    .filter(item -> from == null || order.compare(place.apply(item, request.order()), from) < 0)
                    .toList();
            var start = Math.max(0, before.size() - request.size());
            return new Page<>(before.subList(start, before.size()), from != null, start > 0);
        }
        var after = sorted.stream()
                .filter(item -> from == null || order.compare(place.apply(item, request.order()), from) > 0)
                .toList();
        var end = Math.min(after.size(), request.size());
        return new Page<>(after.subList(0, end), after.size() > end, from != null);
    }

    // As text, because UUID.compareTo is signed, and Java compares text by UTF-16 and not by code points.
    private static Comparator<Page.Place> order(Order order) {
        var ascending = Comparator.<Page.Place, String>comparing(place -> hexadecimal(place.key()))
                .thenComparing(place -> place.id().toString());
        return order.descending() ? ascending.reversed() : ascending;
    }

    private static String hexadecimal(String key) {
        return key.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj("%06x"::formatted)
                .reduce("", String::concat);
    }
}
