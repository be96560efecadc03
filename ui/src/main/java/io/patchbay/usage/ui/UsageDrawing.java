package io.patchbay.usage.ui;

import io.patchbay.usage.Calls;
import io.patchbay.usage.Usage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row of bars as SVG, one for each hour, as high as it had calls; what is hatched on top of it failed. */
final class UsageDrawing {

    private static final int HEIGHT = 40;
    private static final int STEP = 10;
    private static final int WIDTH = 8;

    /** An hour with a single call shows too, and one without it as a line. */
    private static final double LEAST = 3;

    private static final double NOTHING = 1;

    private UsageDrawing() {}

    /** @param title tells what a bar stands for, where a mouse rests on it */
    static String of(List<Usage.Span> hours, Function<Usage.Span, String> title) {
        var most = hours.stream().mapToLong(hour -> hour.calls().all()).max().orElse(0);
        return """
                <svg viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true" focusable="false"><defs>\
                <pattern id="pb-usage-hatch" width="4" height="4" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><rect class="pb-usage-hatching" width="1.5" height="4"/></pattern></defs>%s</svg>""".formatted(
                        hours.size() * STEP - (STEP - WIDTH),
                        HEIGHT,
                        IntStream.range(0, hours.size())
                                .mapToObj(at -> bar(at * STEP, hours.get(at), most, title.apply(hours.get(at))))
                                .collect(Collectors.joining()));
    }

    private static String bar(int x, Usage.Span hour, long most, String title) {
        var calls = hour.calls();
        var all = height(calls.all(), most);
        var failed = failed(calls, all);
        var shape = calls.all() == 0
                ? rectangle("pb-usage-nothing", x, HEIGHT - NOTHING, NOTHING)
                : rectangle("pb-usage-good", x, HEIGHT - all + failed, all - failed)
                        + rectangle("pb-usage-failed", x, HEIGHT - all, failed)
                        + hatched(rectangle("pb-usage-failed", x, HEIGHT - all, failed));
        // The whole column answers to the mouse, however low the bar is.
        return "<g><title>%s</title>%s%s</g>"
                .formatted(escaped(title), rectangle("pb-usage-column", x, 0, HEIGHT), shape);
    }

    /** Something is to be seen of either, where there was either. */
    private static double failed(Calls calls, double height) {
        return calls.errors() == 0 || calls.errors() == calls.all()
                ? height * calls.errors() / Math.max(1, calls.all())
                : Math.clamp(height * calls.errors() / calls.all(), LEAST / 3, height - LEAST / 3);
    }

    private static double height(long calls, long most) {
        return calls == 0 ? 0 : Math.max(LEAST, (double) HEIGHT * calls / most);
    }

    private static String rectangle(String name, int x, double y, double height) {
        return height <= 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%.2f\" width=\"%d\" height=\"%.2f\"/>",
                        name,
                        x,
                        y,
                        WIDTH,
                        height);
    }

    /** A stylesheet cannot point into the page's drawings in all browsers. */
    private static String hatched(String rectangle) {
        return rectangle.replace("class=\"pb-usage-failed\"", "fill=\"url(#pb-usage-hatch)\"");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
