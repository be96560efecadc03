package io.patchbay.api;

import io.patchbay.shared.Order;
import org.jspecify.annotations.Nullable;

/** In which order connectors or instances are wanted. */
public record AccessOrder(AccessOrderField field, OrderDirection direction) {

    /** The order that is meant; newest first where none was given. */
    public static Order of(@Nullable AccessOrder given) {
        return given == null
                ? Order.NEWEST_FIRST
                : given.direction().by(given.field().by());
    }
}
