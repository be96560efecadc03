package io.patchbay.system.marketplace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws a system's icon: the brand's own, or initials, on a rounded square of the brand's colour. */
final class SystemIcon {

    private static final String DOCUMENT = """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 48 48">\
            <rect width="48" height="48" rx="10" fill="%s"/>%s</svg>""";
    private static final String ICON = "<path transform=\"translate(10.8 10.8) scale(1.1)\" fill=\"%s\" d=\"%s\"/>";
    private static final String INITIALS = """
            <text x="24" y="25" fill="%s" font-family="system-ui, sans-serif" font-size="20" font-weight="600" \
            text-anchor="middle" dominant-baseline="central">%s</text>""";

    private SystemIcon() {}

    /** A square SVG document, without scripts, title and references to other documents. */
    static String draw(String name, String colour, Optional<String> path) {
        var ink = ink(colour);
        return DOCUMENT.formatted(
                colour,
                path.map(ICON.formatted(ink, "%s")::formatted)
                        .orElseGet(() -> INITIALS.formatted(ink, initials(name))));
    }

    /** White or black, whichever contrasts better with the colour (WCAG 2.2). */
    static String ink(String colour) {
        var luminance = luminance(colour);
        return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
    }

    /** The first letters of the first two words. */
    static String initials(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        var share = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
