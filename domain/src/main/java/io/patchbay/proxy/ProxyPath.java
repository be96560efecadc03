package io.patchbay.proxy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What follows a base URL, exactly as it was sent. Whoever reads a path in another way than Patchbay, decoding it once or
 * twice, must not come out anywhere but below the base URL; so what could be read in two ways is refused.
 */
public final class ProxyPath {

    /** RFC 3986's path, with every percent sign followed by two digits. Possessive, or long ones would overflow the stack. */
    private static final Pattern FORM = Pattern.compile("(?:/(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*+)*+");

    /** Characters in more bytes of UTF-8 than they need: what some read as a slash or a dot. */
    private static final Pattern OVERLONG =
            Pattern.compile("[\\xc0\\xc1]|\\xe0[\\x80-\\x9f]|\\xf0[\\x80-\\x8f]|\\xf8[\\x80-\\x87]|\\xfc[\\x80-\\x83]");

    /** Where servers end a part before they resolve dots: parameters, and what they take for a query after decoding. */
    private static final Pattern END_OF_NAME = Pattern.compile("[;?#]");

    private static final int MOST_LAYERS = 5;

    private ProxyPath() {}

    /** Why a path is refused, as a sentence; empty where it is not. */
    public static Optional<String> fault(String path) {
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
                return inLookalikes(layer);
            }
            var inner = Percent.decoded(layer);
            var fault = inDecoded(layer, inner);
            if (fault.isPresent()) {
                return fault;
            }
            if (inner.equals(layer)) {
                return inLookalikes(layer);
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
        if (OVERLONG.matcher(inner).find()) {
            return Optional.of("A path holds no character in more bytes of UTF-8 than it needs");
        }
        if (inner.chars().anyMatch(character -> character < ' ' || character == 127)) {
            return Optional.of("A path holds no control characters, encoded or not");
        }
        return Optional.empty();
    }

    /** Some servers bring characters into their plain form, and then a wide slash or two dots in one are what they look like. */
    private static Optional<String> inLookalikes(String layer) {
        if (layer.chars().allMatch(character -> character < 128)) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(
                new String(layer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), Normalizer.Form.NFKC);
        return climbs(plain) || count(plain, '/') != count(layer, '/') || count(plain, '\\') != count(layer, '\\')
                ? Optional.of("A path holds no character that is taken for a slash, a backslash or dots")
                : Optional.empty();
    }

    /** Some servers also drop blanks around a name. */
    private static boolean climbs(String layer) {
        for (var part : layer.split("/", -1)) {
            var name = END_OF_NAME.split(part, 2)[0].strip();
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }
}
