package io.patchbay.history.ui;

import io.patchbay.history.Uptime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of bars as SVG. How high a bar is filled tells how much of its time the system let us in; what is hatched, that it did
 * not; what is pale, that nobody knows. So no colour is needed to read it.
 */
final class UptimeDrawing {

    private static final int HEIGHT = 40;
    private static final int STEP = 10;
    private static final int WIDTH = 8;

    /** An outage of seconds shows too. */
    private static final double LEAST = 5;

    private UptimeDrawing() {}

    /**
     * All of it.
     *
     * @param name unique among the drawings of a page
     * @param title tells what a bar stands for, where a mouse rests on it
     */
    static String of(String name, List<Uptime> bars, Function<Uptime, String> title) {
        return """
                <svg viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true" focusable="false">%s%s</svg>""".formatted(
                        bars.size() * STEP - (STEP - WIDTH),
                        HEIGHT,
                        hatching(name),
                        IntStream.range(0, bars.size())
                                .mapToObj(at -> bar(name, at * STEP, bars.get(at), title.apply(bars.get(at))))
                                .collect(Collectors.joining()));
    }

    /** One bar of nothing else, to explain the others. */
    static String sample(Portion portion) {
        var name = "pb-legend-" + portion.name().toLowerCase(Locale.ROOT);
        return """
                <svg viewBox="0 0 14 14" width="14" height="14" focusable="false">%s%s</svg>""".formatted(hatching(name), rectangle(name, portion, 0, 14, 0, 14));
    }

    private static String bar(String name, int x, Uptime bar, String title) {
        var down = height(bar.down(), bar);
        var unknown = height(bar.unknown(), bar);
        if (down > 0) {
            down = Math.max(down, LEAST);
        }
        unknown = Math.min(unknown, HEIGHT - down);
        return "<g><title>%s</title>%s%s%s</g>"
                .formatted(
                        escaped(title),
                        rectangle(name, Portion.UNKNOWN, x, WIDTH, 0, unknown),
                        rectangle(name, Portion.DOWN, x, WIDTH, unknown, down),
                        rectangle(name, Portion.UP, x, WIDTH, unknown + down, HEIGHT - unknown - down));
    }

    private static String rectangle(String name, Portion portion, int x, int width, double y, double height) {
        if (height <= 0) {
            return "";
        }
        var shape = String.format(Locale.ROOT, "x=\"%d\" y=\"%.2f\" width=\"%d\" height=\"%.2f\"", x, y, width, height);
        var filled =
                "<rect class=\"pb-uptime-%s\" %s/>".formatted(portion.name().toLowerCase(Locale.ROOT), shape);
        return portion == Portion.DOWN ? filled + "<rect fill=\"url(#%s)\" %s/>".formatted(name, shape) : filled;
    }

    private static String hatching(String name) {
        return """
                <defs><pattern id="%s" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
                <rect class="pb-uptime-hatch" width="1.5" height="4"/></pattern></defs>""".formatted(name);
    }

    private static double height(Duration part, Uptime bar) {
        var whole = Duration.between(bar.from(), bar.to()).toMillis();
        return whole == 0 ? 0 : (double) HEIGHT * part.toMillis() / whole;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
