package io.patchbay.credential.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.credential.KeyCare;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.FurtherPage;
import org.springframework.stereotype.Component;

@Component
class KeysPage implements FurtherPage {

    private final KeyCare care;

    KeysPage(KeyCare care) {
        this.care = care;
    }

    @Override
    public boolean shown() {
        return care.allowed();
    }

    @Override
    public String key() {
        return "keys";
    }

    @Override
    public String address() {
        return Addresses.KEYS;
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.LOCK;
    }
}
