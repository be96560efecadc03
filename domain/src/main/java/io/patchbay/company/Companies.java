package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import java.util.Optional;

/** All companies of this Patchbay. */
public interface Companies {

    Optional<Company> find(CompanyId id);

    /** Whether there is no company yet, so that the next visitor sets Patchbay up. */
    boolean none();

    /** Whether this company set Patchbay up: it was the first. */
    boolean isFirst(CompanyId id);

    /** Makes every other registration wait until this transaction ends. */
    void lockForRegistration();

    /** Returns the company as it is now stored, with its new version. */
    Company save(Company company);
}
