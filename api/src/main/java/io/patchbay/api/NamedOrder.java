package io.patchbay.api;

import io.patchbay.shared.Order;
import org.jspecify.annotations.Nullable;

/** In which order things are wanted that have nothing but a moment of birth and a name. */
public record NamedOrder(Field field, OrderDirection direction) {

    /** What such lists can go by. */
    public enum Field {
        CREATED_AT,
        NAME
    }

    /** The order that is meant; newest first where none was given. */
    public static Order of(@Nullable NamedOrder given) {
        return given == null
                ? Order.NEWEST_FIRST
                : given.direction().by(given.field() == Field.NAME ? Order.By.NAME : Order.By.BIRTH);
    }
}
