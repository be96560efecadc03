package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;

/**
 * A page whose feature knows more about its entry in the navigation than its name: who may see it, or how much there is to see.
 */
public interface FurtherPage {

    /** Whether it is for whoever is logged in. */
    default boolean shown() {
        return true;
    }

    /** By which its name is found, under {@code common.navigation}. */
    String key();

    String address();

    VaadinIcon icon();

    /** Whether it stands right after the dashboard, and not among those that are rarely needed. */
    default boolean first() {
        return false;
    }

    /** What stands beside its name, such as a count; it keeps itself up to date. */
    default Optional<Component> mark() {
        return Optional.empty();
    }
}
