package io.patchbay.ui;

import com.vaadin.flow.component.icon.VaadinIcon;

/** A page that not everybody sees in the navigation. Implemented by the feature that knows who may see it. */
public interface FurtherPage {

    /** Whether it is for whoever is logged in. */
    boolean shown();

    /** By which its name is found, under {@code common.navigation}. */
    String key();

    String address();

    VaadinIcon icon();
}
