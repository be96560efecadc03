package io.patchbay.attention;

import java.time.Instant;
import java.util.Set;

/**
 * What is looked for among all that expires.
 *
 * @param before only what ends, or has ended, before this moment
 * @param kinds only these; none: any
 */
public record ExpirySearch(Instant before, Set<Expiring.Kind> kinds) {

    public ExpirySearch {
        kinds = Set.copyOf(kinds);
    }

    /** Whatever ends, or has ended, before a moment. */
    public static ExpirySearch before(Instant moment) {
        return new ExpirySearch(moment, Set.of());
    }
}
