package io.patchbay.connector.ui;

import com.vaadin.flow.router.RouteParameters;
import io.patchbay.access.AccessId;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Ids;
import io.patchbay.ui.PageSubject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The connector that an address names, if it is the viewer's. */
@Component
class ConnectorSubject implements PageSubject {

    private final Connectors connectors;
    private final CurrentViewer currentViewer;

    ConnectorSubject(Connectors connectors, CurrentViewer currentViewer) {
        this.connectors = connectors;
        this.currentViewer = currentViewer;
    }

    @Override
    public Class<ConnectorView> page() {
        return ConnectorView.class;
    }

    @Override
    public boolean exists(RouteParameters address) {
        return find(address).isPresent();
    }

    Optional<Connector> find(RouteParameters address) {
        return address.get("id")
                .flatMap(Ids::parse)
                .flatMap(id -> connectors.find(currentViewer.viewer().companyId(), new AccessId(id)));
    }
}
