package io.patchbay.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers all refusals of one input, so that a person learns of them at once and not one by one. Not thread-safe. */
public final class Problems {

    private final List<Refusal> refusals = new ArrayList<>();

    /** The value, or null with its refusals gathered. */
    public <T> @Nullable T check(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var found) -> {
                refusals.addAll(found);
                yield null;
            }
        };
    }

    public void add(Refusal refusal) {
        refusals.add(refusal);
    }

    public boolean none() {
        return refusals.isEmpty();
    }

    /** What was gathered, or else the value, which is made only when nothing was. */
    public <T> Outcome<T> or(Supplier<T> value) {
        return none() ? Outcome.done(value.get()) : new Outcome.Refused<>(refusals);
    }
}
