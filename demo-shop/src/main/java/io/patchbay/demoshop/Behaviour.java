package io.patchbay.demoshop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the shop treats programs, the good ones included. */
enum Behaviour {
    WELL("Well: it answers as it should"),
    SLOW("Slow: it waits for 15 seconds before it answers"),
    BROKEN("Broken: it answers 500, Internal Server Error"),
    BUSY("Busy: it answers 429, Too Many Requests, with Retry-After: 30"),
    BUSY_SILENTLY("Busy without a hint: it answers 429, and does not say when to come back"),
    ASTRAY("Astray: it answers with a web page, as a login page in between would"),
    EARLY("Early: its clock is ten minutes ahead, so that what is signed looks old");

    private final String description;

    Behaviour(String description) {
        this.description = description;
    }

    /** What a form calls it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    static Optional<Behaviour> of(String key) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.key().equals(key))
                .findFirst();
    }
}
