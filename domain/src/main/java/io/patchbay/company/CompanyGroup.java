package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.time.Instant;

/** A part of a company that has systems of its own, such as a brand, a country or a shop. */
public record CompanyGroup(CompanyGroupId id, int version, CompanyId companyId, Name name, Instant createdAt) {

    public static CompanyGroup named(Name name, CompanyId company, Instant now) {
        return new CompanyGroup(CompanyGroupId.next(), 0, company, name, now);
    }

    public CompanyGroup renamedTo(Name newName) {
        return new CompanyGroup(id, version, companyId, newName, createdAt);
    }
}
