package io.patchbay.attention;

import io.patchbay.access.AccessKind;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.system.Environment;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among all that needs attention; null: any.
 *
 * @param systemSlug as somebody wrote it
 * @param group instances belong to none
 */
public record ConcernSearch(
        @Nullable AccessKind kind,
        @Nullable Environment environment,
        @Nullable String systemSlug,
        @Nullable CompanyGroupId group) {

    public static final ConcernSearch ANY = new ConcernSearch(null, null, null, null);
}
