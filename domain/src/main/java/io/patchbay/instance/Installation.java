package io.patchbay.instance;

import io.patchbay.access.AccessRules;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import org.jspecify.annotations.Nullable;

/** Installing systems, so that instances can be made of them. */
@UseCase
public class Installation {

    private final InstalledSystems installed;
    private final Instances instances;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public Installation(
            InstalledSystems installed, Instances instances, AccessRules rules, CurrentViewer currentViewer) {
        this.installed = installed;
        this.instances = instances;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /** Installs a system for the viewer's company; installing twice is no mistake. */
    public Outcome<SystemDefinition> install(@Nullable String slug) {
        return rules.system(slug).map(system -> {
            installed.add(currentViewer.viewer().companyId(), system.id(), rules.now());
            return system;
        });
    }

    /** Uninstalls a system, unless instances are made of it. */
    public Outcome<SystemDefinition> uninstall(@Nullable String slug) {
        return rules.system(slug).flatMap(this::uninstallUnused);
    }

    private Outcome<SystemDefinition> uninstallUnused(SystemDefinition system) {
        var company = currentViewer.viewer().companyId();
        installed.lock(company, system.id());
        var inTheWay = instances.ofSystem(company, system.id(), SystemInUse.NAMED);
        if (!inTheWay.isEmpty()) {
            return Outcome.refused(new SystemInUse(inTheWay));
        }
        installed.remove(company, system.id());
        return Outcome.done(system);
    }
}
