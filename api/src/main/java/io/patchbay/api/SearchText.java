package io.patchbay.api;

import org.jspecify.annotations.Nullable;

/** What clients look for. */
public final class SearchText {

    private SearchText() {}

    /** The text without what no database can look for: a null character becomes the character that stands for the unreadable. */
    public static @Nullable String of(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
