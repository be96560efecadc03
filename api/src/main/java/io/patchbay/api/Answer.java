package io.patchbay.api;

import io.patchbay.shared.Outcome;
import org.jspecify.annotations.Nullable;

/** What payloads make of outcomes. */
public final class Answer {

    private Answer() {}

    /** What was done, or null where it was refused. */
    public static <T> @Nullable T orNull(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T> refused -> null;
        };
    }
}
