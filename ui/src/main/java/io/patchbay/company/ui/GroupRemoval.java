package io.patchbay.company.ui;

import io.patchbay.company.CompanyGroup;

/** Removes a group after asking; answered by the pages of connectors, because only these know what belongs to a group. */
public interface GroupRemoval {

    /** Asks whether the group is to go, and says what is in the way where it may not. */
    void ask(CompanyGroup group, Runnable removed);
}
