package io.patchbay.api;

import io.patchbay.shared.Order;

/** What lists of connectors and instances can go by. */
public enum AccessOrderField {
    CREATED_AT(Order.By.BIRTH),
    NAME(Order.By.NAME),
    UPDATED_AT(Order.By.CHANGE),
    STATUS(Order.By.STATUS);

    private final Order.By by;

    AccessOrderField(Order.By by) {
        this.by = by;
    }

    public Order.By by() {
        return by;
    }
}
