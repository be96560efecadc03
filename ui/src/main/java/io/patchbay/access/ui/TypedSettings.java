package io.patchbay.access.ui;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they stand in a form.
 *
 * @param limit null for a connector, and for no limit of its own
 */
public record TypedSettings(String name, String timeZone, String dateFormat, RateLimitFields.@Nullable Typed limit) {

    static TypedSettings of(AccessState state) {
        var limit = state.rateLimit();
        return new TypedSettings(
                state.access().name().value(),
                state.access().timeZone().toString(),
                state.access().dateFormat().value(),
                limit == null ? null : new RateLimitFields.Typed(limit.requests(), limit.per()));
    }

    /** What was typed here, on top of another state: where nothing was changed, the other state's value counts. */
    TypedSettings carriedOver(TypedSettings from, TypedSettings to) {
        return new TypedSettings(
                name.equals(from.name) ? to.name : name,
                timeZone.equals(from.timeZone) ? to.timeZone : timeZone,
                dateFormat.equals(from.dateFormat) ? to.dateFormat : dateFormat,
                Objects.equals(limit, from.limit) ? to.limit : limit);
    }
}
