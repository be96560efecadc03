package io.patchbay.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The secrets of one request, so that no header of its answer gives them away. Prints nothing. */
public final class KnownSecrets {

    /** Shorter ones are found in anything. */
    private static final int SHORTEST = 4;

    private static final int MOST_LAYERS = 4;

    private final List<String> values;

    public KnownSecrets(Collection<String> values) {
        this.values = values.stream()
                .filter(value -> value.length() >= SHORTEST)
                .flatMap(value -> Stream.of(value, byteByByte(value)))
                .distinct()
                .toList();
    }

    /** Headers are read byte by byte. */
    private static String byteByByte(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Whether a text holds one of them, as it is or encoded as in an address or a form, also more than once. */
    boolean areIn(String text) {
        return areInLayers(text) || (text.indexOf('+') >= 0 && areInLayers(text.replace('+', ' ')));
    }

    private boolean areInLayers(String text) {
        var layer = text;
        for (int depth = 0; depth < MOST_LAYERS; depth++) {
            if (values.stream().anyMatch(layer::contains)) {
                return true;
            }
            if (layer.indexOf('%') < 0) {
                return false;
            }
            layer = Percent.decoded(layer);
        }
        return false;
    }

    @Override
    public String toString() {
        return "KnownSecrets[hidden]";
    }
}
