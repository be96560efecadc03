package io.patchbay.shared;

/**
 * How many there are, counted no further than {@link #BOUND}, because counting a growing table costs more the more it grows.
 *
 * @param exact false: there are more than {@code value}
 */
public record Count(int value, boolean exact) {

    /** Up to here counts are exact. */
    public static final int BOUND = 10_000;

    /** From a count that stopped after one more than the bound. */
    public static Count of(int counted) {
        return counted > BOUND ? new Count(BOUND, false) : new Count(counted, true);
    }
}
