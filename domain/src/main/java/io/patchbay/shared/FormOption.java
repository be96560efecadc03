package io.patchbay.shared;

import org.jspecify.annotations.Nullable;

/**
 * One of the values that a field takes.
 *
 * @param available false where it exists but cannot be chosen
 * @param help when to choose it, in CommonMark
 */
public record FormOption(
        String value,
        Text label,
        boolean available,
        @Nullable Text help) {

    /** An option that can be chosen and needs no explanation. */
    public static FormOption of(String value, Text label) {
        return new FormOption(value, label, true, null);
    }
}
