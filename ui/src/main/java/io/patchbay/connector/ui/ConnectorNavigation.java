package io.patchbay.connector.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.system.Environment;

/** The ways to the pages of connectors. */
final class ConnectorNavigation {

    static final String TAB = "tab";
    static final String TESTING = "testing";
    static final String SEARCH = "search";

    private ConnectorNavigation() {}

    /** Goes to the list that connectors of this environment stand in. */
    static void toConnectors(Environment environment) {
        toConnectors(environment, "");
    }

    static void toConnectors(Environment environment, String search) {
        var tab = environment == Environment.TEST ? QueryParameters.of(TAB, TESTING) : QueryParameters.empty();
        UI.getCurrent().navigate(ConnectorsView.class, search.isBlank() ? tab : tab.merging(SEARCH, search));
    }
}
