package io.patchbay.access;

import io.patchbay.system.Environment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among connectors or instances; null or empty: any.
 *
 * @param systemSlug as somebody wrote it
 * @param text part of a name, in any case
 */
public record AccessSearch(
        @Nullable Environment environment,
        @Nullable String systemSlug,
        @Nullable String text,
        Set<AccessStatus> statuses) {

    public static final AccessSearch ANY = new AccessSearch(null, null, null, Set.of());

    public AccessSearch {
        statuses = Set.copyOf(statuses);
        text = text == null || text.isBlank() ? null : text.strip();
    }

    public static AccessSearch in(Environment environment) {
        return new AccessSearch(environment, null, null, Set.of());
    }

    public static AccessSearch of(String systemSlug) {
        return new AccessSearch(null, systemSlug, null, Set.of());
    }
}
