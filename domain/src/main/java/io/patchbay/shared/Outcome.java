package io.patchbay.shared;

import java.util.List;
import java.util.function.Function;

/**
 * What came of an operation that may be refused (decision 0004).
 *
 * @param <T> what there is when it was not refused
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was not done, and nothing was changed. All independent problems at once, in the order of the input. */
    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {

        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("A refused outcome names at least one refusal");
            }
        }

        /** The same refusals, where something else was asked for. */
        public <R> Refused<R> as() {
            return new Refused<>(refusals);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    /** The refusals; empty when it was done. */
    default List<Refusal> refusals() {
        return switch (this) {
            case Done<T> done -> List.of();
            case Refused<T>(var refusals) -> refusals;
        };
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value) -> new Done<>(change.apply(value));
            case Refused<T> refused -> refused.as();
        };
    }

    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T> refused -> refused.as();
        };
    }
}
