package io.patchbay.attention.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.attention.Attention;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.FurtherPage;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The entry in the navigation, with how many there are. */
@Component
@Order(1)
class AttentionEntry implements FurtherPage {

    private final Attention attention;
    private final LiveStatus liveStatus;

    AttentionEntry(Attention attention, LiveStatus liveStatus) {
        this.attention = attention;
        this.liveStatus = liveStatus;
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public String key() {
        return "attention";
    }

    @Override
    public String address() {
        return Addresses.ATTENTION;
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.BELL;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> mark() {
        return Optional.of(new AttentionCount(attention, liveStatus));
    }
}
