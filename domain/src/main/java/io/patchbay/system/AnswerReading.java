package io.patchbay.system;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a definition reads in an answer whose status alone would tell something else, or nothing. It fits an answer that
 * has everything that is named here.
 *
 * @param statuses of the answers that it is looked for in; empty: all
 * @param pointer where to look: a JSON Pointer (RFC 6901), or an XPath where the answer is XML; null: in the whole text
 * @param pattern what is found there; null: anything at all, or nothing where there is no pointer either
 * @param environment in which alone it holds; null: in both
 */
public record AnswerReading(
        Meaning meaning,
        Set<Integer> statuses,
        @Nullable String pointer,
        @Nullable Pattern pattern,
        @Nullable Environment environment) {

    /** What an answer may mean. */
    public enum Meaning {
        /** The credentials are right, and lack a permission. */
        PERMISSION,
        /** The credentials are right, and the system wants to be asked later. */
        RATE_LIMITED,
        /** The credentials are wrong. */
        CREDENTIALS_REFUSED,
        /** The credentials are of the other environment. */
        WRONG_ENVIRONMENT
    }

    public AnswerReading {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty() && pointer == null && pattern == null) {
            throw new IllegalArgumentException("A reading that fits every answer");
        }
    }

    /** Whether it is looked for in such an answer at all. */
    public boolean concerns(int status, Environment asked) {
        return (statuses.isEmpty() || statuses.contains(status)) && (environment == null || environment == asked);
    }
}
