package io.patchbay.connector.ui;

import io.patchbay.access.AccessId;
import io.patchbay.access.ui.AccessOperations;
import io.patchbay.access.ui.AccessState;
import io.patchbay.access.ui.TypedSettings;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.connector.ConnectorAdministration.Change;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.GivenCredential;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import java.util.List;
import java.util.Optional;

/** What the pages of one connector do with it. */
record ConnectorOperations(
        AccessId id, Connectors connectors, ConnectorAdministration administration, CurrentViewer currentViewer)
        implements AccessOperations {

    static AccessState state(Connector connector) {
        return new AccessState(connector.access(), null);
    }

    @Override
    public Optional<AccessState> current() {
        return connectors.find(currentViewer.viewer().companyId(), id).map(ConnectorOperations::state);
    }

    @Override
    public Outcome<AccessState> change(int version, TypedSettings settings) {
        var change = new Change(settings.name(), settings.timeZone(), settings.dateFormat());
        return administration.update(id, version, change).map(ConnectorOperations::state);
    }

    @Override
    public Outcome<AccessState> replaceCredentials(int version, String method, List<GivenCredential> credentials) {
        return administration
                .replaceCredentials(id, version, method, credentials)
                .map(ConnectorOperations::state);
    }

    @Override
    public Outcome<AccessState> remove(int version) {
        return administration.remove(id, version).map(ConnectorOperations::state);
    }
}
