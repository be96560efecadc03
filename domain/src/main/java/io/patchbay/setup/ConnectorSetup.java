package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;

/** Creates connectors at once, from everything that is needed; see {@link DraftSetup} for the wizard. */
@UseCase
public class ConnectorSetup {

    private final GeneralRules general;
    private final Connectors connectors;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public ConnectorSetup(CompanyGroups groups, Connectors connectors, AccessRules rules, CurrentViewer currentViewer) {
        this.general = new GeneralRules(groups, connectors);
        this.connectors = connectors;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /** Creates a connector for the viewer's company, or names every problem of the wish and changes nothing. */
    public Outcome<Connector> create(Wish wish) {
        var company = currentViewer.viewer().companyId();
        return AccessCreation.of(
                        wish,
                        company,
                        rules.system(wish.systemSlug()),
                        system -> general.forConnector(company, system, wish.general()),
                        rules)
                .map(creation -> creation.in(connectors));
    }
}
