package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an answer before anybody sends it for good; keeps nothing. */
@UseCase
public class StepValidation {

    private final GeneralRules general;
    private final InstalledSystems installed;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public StepValidation(
            CompanyGroups groups,
            Connectors connectors,
            InstalledSystems installed,
            AccessRules rules,
            CurrentViewer currentViewer) {
        this.general = new GeneralRules(groups, connectors);
        this.installed = installed;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /**
     * Checks the answer by the rules that will hold when it is sent. Credentials are checked as a whole set.
     *
     * @param method the key of the method that the credentials are for; means nothing to other answers
     */
    public Outcome<SystemDefinition> check(
            SetupKind kind, @Nullable String systemSlug, @Nullable String method, SetupAnswer answer) {
        var company = currentViewer.viewer().companyId();
        return rules.system(systemSlug)
                .flatMap(system -> switch (kind) {
                    case CONNECTOR -> Outcome.done(system);
                    case INSTANCE -> installed.require(company, system);
                })
                .flatMap(system -> checked(kind, system, method, answer).map(sound -> system));
    }

    private Outcome<?> checked(SetupKind kind, SystemDefinition system, @Nullable String method, SetupAnswer answer) {
        return switch (answer) {
            case General.Typed typed ->
                switch (kind) {
                    case CONNECTOR ->
                        general.forConnector(currentViewer.viewer().companyId(), system, typed);
                    case INSTANCE -> GeneralRules.forInstance(system, typed);
                };
            case TimeAndDate.Typed typed -> TimeAndDateRules.check(system, typed.of(kind));
            case SetupAnswer.Method(var key) -> AccessRules.method(system, key);
            case SetupAnswer.Values(var given) -> AccessRules.opening(system, method, given);
        };
    }
}
