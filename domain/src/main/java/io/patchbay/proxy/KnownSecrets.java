package io.patchbay.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The secrets of one request, so that no header of its answer gives them away. Prints nothing. */
public final class KnownSecrets {

    /** Shorter ones are found in anything. */
    private static final int SHORTEST = 4;

    private final List<String> values;

    public KnownSecrets(Collection<String> values) {
        this.values =
                values.stream().filter(value -> value.length() >= SHORTEST).toList();
    }

    /** Whether a text holds one of them, as it is or encoded as in an address. */
    boolean areIn(String text) {
        return has(text) || (text.indexOf('%') >= 0 && has(decoded(text)));
    }

    private boolean has(String text) {
        return values.stream().anyMatch(text::contains);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "KnownSecrets[hidden]";
    }
}
