package io.patchbay.instance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/** The ways to the pages of instances and to the marketplace. */
final class InstanceNavigation {

    private InstanceNavigation() {}

    /** Goes to all installed systems with their instances. */
    static void toInstances() {
        UI.getCurrent().navigate(InstancesView.class);
    }

    static void toMarketplace(QueryParameters wanted) {
        UI.getCurrent().navigate(MarketplaceView.class, wanted);
    }
}
