package io.patchbay.proxy;

import java.util.Locale;

/** One header of a message, as it stands there. Prints no value, because values may be secrets. */
public record HeaderLine(String name, String value) {

    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "HeaderLine[" + name + "]";
    }
}
