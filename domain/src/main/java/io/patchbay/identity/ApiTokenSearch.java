package io.patchbay.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among API tokens.
 *
 * @param states one of these, at the moment of asking; none: any
 * @param text part of a name, in any case; null: any
 */
public record ApiTokenSearch(
        Set<ApiToken.State> states, @Nullable String text) {

    public static final ApiTokenSearch ANY = new ApiTokenSearch(Set.of(), null);

    public ApiTokenSearch {
        states = Set.copyOf(states);
        text = text == null || text.isBlank() ? null : text.strip();
    }
}
