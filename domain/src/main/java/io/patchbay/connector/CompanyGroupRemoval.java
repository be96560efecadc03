package io.patchbay.connector;

import io.patchbay.access.AccessRules;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;

/** Removes a company group, unless connectors belong to it; stands here because only connectors know that. */
@UseCase
public class CompanyGroupRemoval {

    private final CompanyGroups groups;
    private final Connectors connectors;
    private final CurrentViewer currentViewer;

    public CompanyGroupRemoval(CompanyGroups groups, Connectors connectors, CurrentViewer currentViewer) {
        this.groups = groups;
        this.connectors = connectors;
        this.currentViewer = currentViewer;
    }

    /** Removes the viewer's group of this id. */
    public Outcome<CompanyGroup> remove(CompanyGroupId id, int version) {
        return groups.lock(currentViewer.viewer().companyId(), id)
                .map(group -> AccessRules.ifCurrent(group, group.version(), version, this::removeIfEmpty))
                .orElseGet(
                        () -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.company-group")));
    }

    private Outcome<CompanyGroup> removeIfEmpty(CompanyGroup group) {
        var inTheWay = connectors.inGroup(group.companyId(), group.id(), CompanyGroupNotEmpty.NAMED);
        if (!inTheWay.isEmpty()) {
            return Outcome.refused(new CompanyGroupNotEmpty(inTheWay));
        }
        groups.remove(group);
        return Outcome.done(group);
    }
}
