package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.UseCase;
import java.util.Objects;

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
        var problems = new Problems();
        var company = currentViewer.viewer().companyId();
        var system = problems.check(rules.system(wish.systemSlug()));
        var where = problems.check(general.forConnector(company, system, wish.general()));
        var when = problems.check(TimeAndDateRules.check(system, wish.timeAndDate()));
        var opening = system == null
                ? null
                : problems.check(AccessRules.opening(system, wish.authenticationMethod(), wish.credentials()));
        return problems.or(() -> new AccessCreation(
                        company,
                        Objects.requireNonNull(system).id(),
                        Objects.requireNonNull(where),
                        Objects.requireNonNull(when),
                        rules.keep(company, Objects.requireNonNull(opening)),
                        rules.now())
                .in(connectors));
    }
}
