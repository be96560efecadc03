package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import io.patchbay.system.Environment;

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
        var company = currentViewer.viewer().companyId();
        return AccessCreation.of(
                        wish,
                        company,
                        rules.system(wish.systemSlug()).flatMap(found -> installed.require(company, found)),
                        system -> GeneralRules.forInstance(system, orLive(wish.general())),
                        rules)
                .map(creation -> creation.in(instances));
    }

    private static General.Typed orLive(General.Typed typed) {
        return typed.environment() != null ? typed : new General.Typed(typed.name(), null, Environment.LIVE);
    }
}
