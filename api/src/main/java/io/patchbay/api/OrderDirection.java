package io.patchbay.api;

import io.patchbay.shared.Order;

/** Which way a list goes. */
public enum OrderDirection {
    ASC,
    DESC;

    /** The order by this, this way. */
    public Order by(Order.By by) {
        return new Order(by, this == DESC);
    }
}
