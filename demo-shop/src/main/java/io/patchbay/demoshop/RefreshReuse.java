package io.patchbay.demoshop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the shop makes of a refresh token that it has seen before; vendors differ in it. */
enum RefreshReuse {
    SINGLE_USE("Single use: each works once, and an old one ends the whole grant"),
    GRACE("Grace: the one before works for another 30 seconds"),
    REUSABLE("Reusable: it stays the same and works again and again");

    private final String description;

    RefreshReuse(String description) {
        this.description = description;
    }

    /** What a form calls it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    static Optional<RefreshReuse> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
