package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;

/** The tenant: a business with its own people, groups, connectors and instances, which no other company sees. */
public record Company(CompanyId id, int version, Name name) {

    public static Company named(Name name) {
        return new Company(CompanyId.next(), 0, name);
    }

    public Company renamedTo(Name newName) {
        return new Company(id, version, newName);
    }
}
