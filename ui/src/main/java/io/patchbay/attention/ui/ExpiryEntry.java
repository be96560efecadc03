package io.patchbay.attention.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.FurtherPage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The entry in the navigation of what expires. */
@Component
@Order(2)
class ExpiryEntry implements FurtherPage {

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public String key() {
        return "expiry";
    }

    @Override
    public String address() {
        return Addresses.EXPIRY;
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CLOCK;
    }
}
