package io.patchbay.company.ui;

import io.patchbay.company.Company;
import io.patchbay.company.CompanyGroup;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.StaleVersion;
import java.util.List;
import java.util.Optional;

/** A name as it was read, and the version to give back with another one. */
record Named(int version, String name) {

    static final Named NOTHING = new Named(0, "");

    static Named of(Company company) {
        return new Named(company.version(), company.name().value());
    }

    static Named of(CompanyGroup group) {
        return new Named(group.version(), group.name().value());
    }

    /** What somebody else made of it meanwhile, if that is why it was refused. */
    static Optional<Named> meanwhile(List<Refusal> refusals) {
        return refusals.stream().map(Named::meanwhile).flatMap(Optional::stream).findFirst();
    }

    static Optional<Named> meanwhile(Refusal refusal) {
        return switch (refusal) {
            case StaleVersion(Company company) -> Optional.of(of(company));
            case StaleVersion(CompanyGroup group) -> Optional.of(of(group));
            default -> Optional.empty();
        };
    }
}
