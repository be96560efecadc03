package io.patchbay.connector;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessRules;
import io.patchbay.credential.GivenCredential;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done to connectors that exist: changing settings, replacing credentials, removing. */
@UseCase
public class ConnectorAdministration {

    private final Connectors connectors;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public ConnectorAdministration(Connectors connectors, AccessRules rules, CurrentViewer currentViewer) {
        this.connectors = connectors;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /** What is to be changed; null: stays as it is. */
    public record Change(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String dateFormat) {}

    /** Changes settings of the viewer's connector of this id. */
    public Outcome<Connector> update(AccessId id, int version, Change change) {
        return current(
                id,
                version,
                connector -> rules.change(connector.access(), change.name(), change.timeZone(), change.dateFormat())
                        .map(connector::with)
                        .map(connectors::save));
    }

    /** Replaces the whole set of credentials, the method included. */
    public Outcome<Connector> replaceCredentials(
            AccessId id, int version, @Nullable String method, List<GivenCredential> credentials) {
        return current(
                id,
                version,
                connector -> rules.replaceCredentials(connector.access(), method, credentials)
                        .map(connector::with)
                        .map(connectors::save));
    }

    /** Removes the connector with its secrets. */
    public Outcome<Connector> remove(AccessId id, int version) {
        return current(id, version, connector -> {
            rules.forget(connector.access());
            connectors.remove(connector);
            return Outcome.done(connector);
        });
    }

    private Outcome<Connector> current(AccessId id, int version, Function<Connector, Outcome<Connector>> next) {
        return connectors
                .find(currentViewer.viewer().companyId(), id)
                .map(connector -> AccessRules.ifCurrent(connector, connector.version(), version, next))
                .orElseGet(() -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.connector")));
    }
}
