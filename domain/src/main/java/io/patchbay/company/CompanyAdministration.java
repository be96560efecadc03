package io.patchbay.company;

import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.StaleVersion;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an administrator does to their company and its groups; for removing a group see {@code CompanyGroupRemoval}. */
@UseCase
public class CompanyAdministration {

    private final Companies companies;
    private final CompanyGroups groups;
    private final CurrentViewer currentViewer;
    private final Clock clock;

    public CompanyAdministration(Companies companies, CompanyGroups groups, CurrentViewer currentViewer, Clock clock) {
        this.companies = companies;
        this.groups = groups;
        this.currentViewer = currentViewer;
        this.clock = clock;
    }

    /** The viewer's own company. */
    public Company company() {
        return companies.find(currentViewer.viewer().companyId()).orElseThrow();
    }

    /** Renames the viewer's company. */
    public Outcome<Company> rename(int version, @Nullable String name) {
        var company = company();
        if (company.version() != version) {
            return Outcome.refused(new StaleVersion(company));
        }
        return Name.parse(name, "name").map(company::renamedTo).map(companies::save);
    }

    /** Makes a group; no two of a company have the same name, whatever its case. */
    public Outcome<CompanyGroup> createGroup(@Nullable String name) {
        var company = currentViewer.viewer().companyId();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Name.parse(name, "name")
                .flatMap(parsed -> free(parsed, null))
                .map(parsed -> groups.save(CompanyGroup.named(parsed, company, now)));
    }

    /** Renames a group of the viewer's company. */
    public Outcome<CompanyGroup> renameGroup(CompanyGroupId id, int version, @Nullable String name) {
        return groups.find(currentViewer.viewer().companyId(), id)
                .map(group -> rename(group, version, name))
                .orElseGet(
                        () -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.company-group")));
    }

    private Outcome<CompanyGroup> rename(CompanyGroup group, int version, @Nullable String name) {
        if (group.version() != version) {
            return Outcome.refused(new StaleVersion(group));
        }
        return Name.parse(name, "name")
                .flatMap(parsed -> free(parsed, group.id()))
                .map(group::renamedTo)
                .map(groups::save);
    }

    private Outcome<Name> free(Name name, @Nullable CompanyGroupId exceptFor) {
        return groups.named(currentViewer.viewer().companyId(), name)
                .filter(taken -> !taken.id().equals(exceptFor))
                .<Outcome<Name>>map(taken -> Outcome.refused(
                        InvalidInput.of(RefusalCode.NAME_TAKEN, "name", "name.taken-by-group", taken.name())))
                .orElseGet(() -> Outcome.done(name));
    }
}
