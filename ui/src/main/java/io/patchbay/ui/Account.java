package io.patchbay.ui;

/** Whose session this is, as the layout shows it. Implemented by the feature that knows who is acting. */
public interface Account {

    /** The name of whoever is logged in. */
    String name();
}
