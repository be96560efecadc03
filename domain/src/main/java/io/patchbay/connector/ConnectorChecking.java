package io.patchbay.connector;

import io.patchbay.access.AccessChecking;
import io.patchbay.access.AccessId;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;

/** Checks whether a connector's system answers and accepts its credentials. */
@UseCase(inTransaction = false)
public class ConnectorChecking {

    private final Connectors connectors;
    private final AccessChecking checking;
    private final CurrentViewer currentViewer;

    public ConnectorChecking(Connectors connectors, AccessChecking checking, CurrentViewer currentViewer) {
        this.connectors = connectors;
        this.checking = checking;
        this.currentViewer = currentViewer;
    }

    /** Checks the viewer's connector of this id, and gives it with the result as its last check. */
    public Outcome<Connector> check(AccessId id) {
        var connector = connectors.find(currentViewer.viewer().companyId(), id);
        if (connector.isEmpty()) {
            return Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.connector"));
        }
        return checking.check(connector.get().access()).map(connector.get()::with);
    }
}
