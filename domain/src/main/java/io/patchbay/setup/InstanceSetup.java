package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.UseCase;
import io.patchbay.system.Environment;
import java.util.Objects;

/** Creates instances of installed systems at once, from everything that is needed; see {@link DraftSetup} for the wizard. */
@UseCase
public class InstanceSetup {

    private final InstalledSystems installed;
    private final Instances instances;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public InstanceSetup(
            InstalledSystems installed, Instances instances, AccessRules rules, CurrentViewer currentViewer) {
        this.installed = installed;
        this.instances = instances;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /**
     * Creates an instance for the viewer's company, or names every problem of the wish and changes nothing. Without an
     * environment it is LIVE; the wish's company group has no meaning here.
     */
    public Outcome<Instance> create(Wish wish) {
        var problems = new Problems();
        var company = currentViewer.viewer().companyId();
        var system =
                problems.check(rules.system(wish.systemSlug()).flatMap(found -> installed.require(company, found)));
        var where = problems.check(GeneralRules.forInstance(system, orLive(wish.general())));
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
                .in(instances));
    }

    private static General.Typed orLive(General.Typed typed) {
        return typed.environment() != null ? typed : new General.Typed(typed.name(), null, Environment.LIVE);
    }
}
