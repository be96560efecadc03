package io.patchbay.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What follows a base URL, exactly as it was sent. Whoever reads a path in another way than Patchbay, decoding it once or
 * twice, must not come out anywhere but below the base URL; so what could be read in two ways is refused.
 */
final class ProxyPath {

    /** RFC 3986's path, with every percent sign followed by two digits. */
    private static final Pattern FORM = Pattern.compile("(?:/(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*)*");

    private static final int MOST_LAYERS = 5;

    private ProxyPath() {}

    /** Why a path is refused, as a sentence; empty where it is not. */
    static Optional<String> fault(String path) {
        if (path.contains("\\")) {
            return Optional.of("A path holds no backslash");
        }
        if (path.contains("//")) {
            return Optional.of("A path holds no empty part, as in //");
        }
        if (!FORM.matcher(path).matches()) {
            return Optional.of(
                    "A path holds letters, digits and -._~!$&'()*+,;=:@, and everything else as % with two digits");
        }
        return faultInLayers(path);
    }

    private static Optional<String> faultInLayers(String path) {
        var layer = path;
        for (int depth = 0; depth < MOST_LAYERS; depth++) {
            if (climbs(layer)) {
                return Optional.of("A path holds no part that is . or ..");
            }
            if (layer.indexOf('%') < 0) {
                return Optional.empty();
            }
            var inner = decoded(layer);
            var fault = inDecoded(layer, inner);
            if (fault.isPresent()) {
                return fault;
            }
            if (inner.equals(layer)) {
                return Optional.empty();
            }
            layer = inner;
        }
        return Optional.of("A path is encoded once");
    }

    /** What was hidden in one layer of encoding. */
    private static Optional<String> inDecoded(String outer, String inner) {
        if (count(inner, '/') != count(outer, '/') || count(inner, '\\') != count(outer, '\\')) {
            return Optional.of("A path holds no encoded slash or backslash");
        }
        if (count(inner, '.') != count(outer, '.')) {
            return Optional.of("A path holds no encoded dot; write the dot itself");
        }
        // Two bytes where one would do: what some read as a slash or a dot.
        if (inner.chars()
                .anyMatch(character -> character < ' ' || character == 127 || character == 0xc0 || character == 0xc1)) {
            return Optional.of("A path holds no control characters, encoded or not");
        }
        return Optional.empty();
    }

    /** Servers that know path parameters cut them off before they resolve dots. */
    private static boolean climbs(String layer) {
        for (var part : layer.split("/", -1)) {
            var name = part.indexOf(';') < 0 ? part : part.substring(0, part.indexOf(';'));
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** Byte by byte, so that nothing is lost however many bytes a character has. */
    private static String decoded(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var decoded = new StringBuilder(bytes.length);
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '%' && index + 2 < bytes.length && isHex(bytes[index + 1]) && isHex(bytes[index + 2])) {
                decoded.append(
                        (char) (Character.digit(bytes[index + 1], 16) * 16 + Character.digit(bytes[index + 2], 16)));
                index += 2;
            } else {
                decoded.append((char) (bytes[index] & 0xff));
            }
        }
        return decoded.toString();
    }

    private static boolean isHex(byte character) {
        return Character.digit(character, 16) >= 0;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }
}
