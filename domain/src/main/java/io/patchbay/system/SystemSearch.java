package io.patchbay.system;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for among the systems.
 *
 * @param category null: any
 * @param text part of a name, slug or description, in any case; null or blank: any
 */
public record SystemSearch(
        @Nullable SystemCategory category, @Nullable String text) {

    public boolean matches(SystemDefinition system) {
        return (category == null || category == system.category()) && (text == null || contains(system, text));
    }

    private static boolean contains(SystemDefinition system, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return (system.name() + ' ' + system.id().slug() + ' ' + system.description())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
